// `npm start [-- SERVICE]`: everything in one process, or one service alone.
import { runService } from '@bakwacht/runtime'
import { startAll } from './all.ts'
import { deploymentFrom, refuseUnsound, UsageError } from './deployment.ts'
import { separateService } from './separate.ts'

try {
  const deployment = deploymentFrom(process.argv.slice(2))
  await runService(
    deployment,
    deployment === 'all' ? startAll : await separateService(deployment),
    (config) => refuseUnsound(deployment, config),
  )
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  console.error(error.message)
  process.exitCode = 2
}
