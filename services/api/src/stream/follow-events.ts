// Follows the event log for one client, from where it left off, until it goes.
import type { LoggedEvent, Registry } from '@bakwacht/registry'
import type { EventPulse } from './event-pulse.ts'
import type { ServerSentStream } from './server-sent.ts'

const BATCH = 200
const HEARTBEAT_MS = 15_000

export interface Following {
  readonly events: Registry['events']
  readonly pulse: EventPulse
  readonly stream: ServerSentStream
  /** The last event that the client has seen. */
  readonly after: number
  /** The event as text, or nothing if it is not for this client. */
  readonly textOf: (event: LoggedEvent) => string | undefined
  /** Asked before anything is told: is the token still good? */
  readonly stillAllowed: () => Promise<boolean>
  readonly heartbeatMs?: number
}

export async function followEvents(following: Following): Promise<void> {
  const { events, pulse, stream, textOf, stillAllowed, heartbeatMs = HEARTBEAT_MS } = following
  const bell = createBell()
  const deaf = pulse.listen(bell.ring)
  stream.body.once('close', bell.ring)
  let cursor = following.after
  try {
    // Who is cut off before the first event has a place to go on from as well.
    let writable = await stream.write(`retry: 2000\nid: ${cursor}\n\n`)
    while (writable && !stream.closed && !pulse.stopped) {
      const batch = await events.after(cursor, BATCH)
      if (batch.length > 0 && !(await stillAllowed())) break
      for (const event of batch) {
        const text = textOf(event)
        if (text !== undefined && writable) writable = await stream.write(text)
        cursor = event.id
      }
      if (batch.length === BATCH) continue
      const rung = await bell.wait(heartbeatMs)
      if (rung) continue
      writable = (await stillAllowed()) && (await stream.write(`: still here\nid: ${cursor}\n\n`))
    }
  } finally {
    deaf()
    stream.end()
  }
}

/** A ring that comes while nobody waits is not lost. */
function createBell() {
  let rung = false
  let wake: (() => void) | undefined
  return {
    ring() {
      rung = true
      wake?.()
    },
    /** @returns true if it was rung, false if the time is over */
    async wait(ms: number): Promise<boolean> {
      if (!rung)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms).unref()
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      wake = undefined
      const was = rung
      rung = false
      return was
    },
  }
}
