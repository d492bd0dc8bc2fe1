// What `npm start` runs: everything in one process, or one service alone.
import { runService } from '@bakwacht/runtime'
import { startAll } from './all.ts'
import { deploymentFrom, refuseUnsound, SEPARATE_SERVICES, UsageError } from './deployment.ts'
import { separateService } from './separate.ts'

const HELP = `npm start [-- SERVICE]

The backend: everything in one process on a data folder, or SERVICE alone, one of
${SEPARATE_SERVICES.join(', ')}, which then needs PostgreSQL and an external broker.
Settings are environment variables: docs/operations.md. Ctrl-C ends it.

Exit codes: 0 done, 1 failed, 2 wrong usage or settings.
`

/** @param args of the command line: nothing, or a service's name */
export async function run(args: readonly string[]): Promise<void> {
  if (args.includes('--help') || args.includes('-h')) return console.log(HELP)
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
