// A door in another thread commits to a store that is open elsewhere, and is counted there.
import type { Clock, Log } from './log.ts'
import { openPostgresTelemetry } from './postgres/postgres-telemetry.ts'
import { committerOn } from './sqlite/port-committer.ts'
import type { Committer, CommitterSource } from './telemetry-store.ts'

export interface LentCommitter {
  readonly committer: Committer
  /** Ends what was opened for it; the store stays. */
  close(): Promise<void>
}

/**
 * @param source from the store's `lendCommitter`; each opens once, in whichever thread
 * @throws TelemetryUnavailable when the database does not answer
 */
export async function openCommitter(
  source: CommitterSource,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): Promise<LentCommitter> {
  if ('commitPort' in source) {
    const { commitPort } = source
    return { committer: committerOn(commitPort), close: async () => commitPort.close() }
  }
  const { url, counters } = source
  const committer = await openPostgresTelemetry({ url, counters, clock, log })
  return { committer, close: () => committer.stop() }
}
