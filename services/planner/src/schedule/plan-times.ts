import { DAY_MS, MINUTE_MS } from '@bakwacht/domain'
import { createTask } from 'node-cron'

const LOOK_BACK_MS = 8 * DAY_MS

/** The times at which plans are made: a cron expression in a time zone, asked with any clock. */
export interface PlanTimes {
  /** The latest such time after `since` and not after `now`; looks at most eight days back. */
  lastDue(since: number, now: number): number | undefined
}

/** @throws Error when the expression is no cron expression */
export function planTimes(expression: string, timezone: string): PlanTimes {
  const task = createTask(expression, () => {}, { timezone })
  return {
    lastDue(since, now) {
      const from = Math.max(since, now - LOOK_BACK_MS)
      const last = Math.floor(now / MINUTE_MS) * MINUTE_MS
      for (let at = last; at > from; at -= MINUTE_MS) if (task.match(new Date(at))) return at
      return undefined
    },
  }
}
