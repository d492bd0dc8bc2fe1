// Lets the drivers look at their runs now and again until the simulation ends.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Drivers } from './drivers.ts'

export async function keepDriving(options: {
  readonly drivers: Drivers
  readonly everyMs: number
  readonly now: () => number
  readonly signal: AbortSignal
  /** A round that failed; the next one tries again. */
  readonly onTrouble: (error: unknown) => void
}): Promise<void> {
  const { drivers, everyMs, now, signal, onTrouble } = options
  while (!signal.aborted) {
    await drivers.round(now()).catch(onTrouble)
    await sleep(everyMs, undefined, { signal }).catch(() => {})
  }
}
