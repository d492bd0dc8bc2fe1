import { runService } from '@bakwacht/runtime'
import { startThresholds } from './start.ts'

await runService('thresholds', startThresholds)
