import { runService } from '@bakwacht/runtime'
import { startPlanner } from './start.ts'

await runService('planner', startPlanner)
