// The event log serves streams and announcers that were away for a while, not historians.
import type { Events } from '@bakwacht/registry'
import type { AnnouncerDependencies } from './announcer.ts'

const KEEP_MS = 14 * 86_400_000
const EVERY_MS = 3_600_000

interface EventLog {
  readonly events: Pick<Events, 'forget'>
  readonly clock: () => number
  readonly log: AnnouncerDependencies['log']
}

/** Forgets events older than 14 days, every hour. One process of a deployment does so. */
export function keepEventLogShort({ events, clock, log }: EventLog): { stop(): Promise<void> } {
  const timer = setInterval(() => {
    events
      .forget(clock() - KEEP_MS)
      .catch((err) => log.warn({ err }, 'could not shorten the event log'))
  }, EVERY_MS)
  timer.unref()
  return { stop: async () => clearInterval(timer) }
}
