// Tells the webhook of alarms, in order and at least once: a durable cursor over the event log
// moves only when the webhook has answered. What it cannot take now it gets later.
import type { Events, LoggedEvent } from '@bakwacht/registry'
import type { Log } from '@bakwacht/runtime'
import { alarmMessageOf } from './alarm-message.ts'

export interface AlarmWebhook {
  /** Delivers what waits, unless the last failure was a moment ago. */
  deliver(): Promise<void>
}

export interface AlarmWebhookDependencies {
  readonly events: Events
  readonly url: string
  readonly timezone: string
  readonly clock: () => number
  readonly log: Pick<Log, 'warn' | 'error'>
}

const CURSOR = 'alarm-webhook'
const PAGE = 500
const ANSWER_WITHIN_MS = 10_000
const FIRST_RETRY_MS = 1000
const LONGEST_RETRY_MS = 5 * 60_000
/** The message itself is refused: sending it again cannot help. */
const REFUSED = new Set([400, 405, 410, 413, 415, 422])

/** Begins with what happens from now on when it was never told before. */
export async function createAlarmWebhook(
  dependencies: AlarmWebhookDependencies,
): Promise<AlarmWebhook> {
  const { events, clock, log } = dependencies
  if ((await events.cursor(CURSOR)) === 0) await events.setCursor(CURSOR, await events.newestId())
  let retryMs = 0
  let notBefore = 0

  return {
    async deliver() {
      if (clock() < notBefore) return
      for (;;) {
        const page = await events.after(await events.cursor(CURSOR), PAGE)
        if (page.length === 0) return
        for (const event of page) {
          if (!(await told(event))) return
        }
        await events.setCursor(CURSOR, page.at(-1)?.id ?? 0)
      }
    },
  }

  async function told(event: LoggedEvent): Promise<boolean> {
    const message = alarmMessageOf(event, dependencies.timezone)
    if (message === undefined) return true
    try {
      const status = await post(message)
      if (REFUSED.has(status)) log.error({ status, event: event.id }, 'alarm refused by webhook')
      else if (status >= 300) throw new Error(`webhook answered ${status}`)
    } catch (err) {
      retryMs = Math.min(Math.max(retryMs * 2, FIRST_RETRY_MS), LONGEST_RETRY_MS)
      notBefore = clock() + retryMs
      log.warn({ err, event: event.id, retryMs }, 'alarm not delivered yet')
      return false
    }
    retryMs = 0
    await events.setCursor(CURSOR, event.id)
    return true
  }

  async function post(message: object): Promise<number> {
    const response = await fetch(dependencies.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message),
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    })
    await response.body?.cancel()
    return response.status
  }
}
