import { setTimeout as pause } from 'node:timers/promises'

/** Something done over and over; an end of it waits for the time under way. */
export interface Periodic {
  stop(): Promise<void>
}

/** Does the work, waits, does it again, never twice at once. What it throws goes to `onError`, and it goes on. */
export function periodically(
  everyMs: number,
  work: () => Promise<void>,
  onError: (error: unknown) => void,
): Periodic {
  const ending = new AbortController()
  const { signal } = ending
  const turns = (async () => {
    while (!signal.aborted) {
      await work().catch(onError)
      await pause(everyMs, undefined, { signal }).catch(() => {})
    }
  })()
  return {
    stop: async () => {
      ending.abort()
      await turns
    },
  }
}
