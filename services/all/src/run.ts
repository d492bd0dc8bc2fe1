// What `npm start` runs: everything in one process, or one service alone.
import { runService } from '@bakwacht/runtime'
import { startAll } from './all.ts'
import { deploymentFrom, refuseUnsound, UsageError } from './deployment.ts'
import { separateService } from './separate.ts'

/** @param args of the command line: nothing, or a service's name */
export async function run(args: readonly string[]): Promise<void> {
  try {
    const deployment = deploymentFrom(args)
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
}
