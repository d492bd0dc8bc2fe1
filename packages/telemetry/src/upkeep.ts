// What the SQL side does beside commits, with or without InfluxDB: the daily table, and forgetting
// which stamped readings were sent.
import type { Clock, Log } from './log.ts'
import { REMEMBER_STAMPED_MS } from './place-reading.ts'
import { RepeatingJob } from './repeating-job.ts'

interface UpkeepOptions {
  readonly clock: Clock
  readonly log: Log
  /** One short step. @returns whether more waits */
  readonly rollUpDays: () => Promise<boolean>
  /** One short step. @returns the device to go on after; `null`: that was all */
  readonly forgetStamped: (receivedBefore: number, afterDevice: number) => Promise<number | null>
}

const ROLL_UP_EVERY_MS = 1000
/** Commits go first: a long backlog of the daily table may take its time. */
const BETWEEN_STEPS_MS = 50
const FORGET_EVERY_MS = 600_000

export function startUpkeep({ clock, log, rollUpDays, forgetStamped }: UpkeepOptions) {
  const jobs = [
    new RepeatingJob({
      name: 'daily table',
      log,
      run: async () => ((await rollUpDays()) ? BETWEEN_STEPS_MS : ROLL_UP_EVERY_MS),
    }),
    new RepeatingJob({
      name: 'forget stamped readings',
      log,
      run: async (signal) => {
        const before = clock() - REMEMBER_STAMPED_MS
        for (let after: number | null = 0; after !== null && !signal.aborted; )
          after = await forgetStamped(before, after)
        return FORGET_EVERY_MS
      },
    }),
  ]
  for (const job of jobs) job.start()
  return { stop: async () => void (await Promise.all(jobs.map((job) => job.stop()))) }
}
