// The event log serves streams and announcers that were away for a while, not historians.
import type { Registry } from '@bakwacht/registry'
import type { Clock, Log, Running } from '@bakwacht/runtime'

const KEEP_MS = 14 * 86_400_000
const EVERY_MS = 3_600_000

interface EventLog {
  readonly events: Pick<Registry['events'], 'forget'>
  readonly clock: Clock
  readonly log: Log
}

/** Forgets events older than 14 days, every hour. */
export function keepEventLogShort({ events, clock, log }: EventLog): Running {
  const timer = setInterval(() => {
    events
      .forget(clock() - KEEP_MS)
      .catch((err) => log.warn({ err }, 'could not shorten the event log'))
  }, EVERY_MS)
  timer.unref()
  return { stop: async () => clearInterval(timer) }
}
