import { runService } from '@bakwacht/runtime'
import { startApi } from './start.ts'

await runService('api', startApi)
