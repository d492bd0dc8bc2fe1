// Lets the drivers look at their runs now and again, from `start` until `stop`.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Drivers } from './drivers.ts'

export interface DrivingOptions {
  readonly drivers: Drivers
  /** Real time. */
  readonly everyMs: number
  readonly now: () => number
  /** A round that failed; the next one tries again. */
  readonly onTrouble: (error: unknown) => void
}

export class Driving {
  readonly #options: DrivingOptions
  readonly #ending = new AbortController()
  #ended: Promise<void> | undefined

  constructor(options: DrivingOptions) {
    this.#options = options
  }

  /** Results that the backend has taken. */
  get results(): number {
    return this.#options.drivers.results
  }

  start(): void {
    this.#ended ??= this.#drive()
  }

  /** Ends after the round under way. */
  async stop(): Promise<void> {
    this.#ending.abort()
    await this.#ended
  }

  async #drive(): Promise<void> {
    const { drivers, everyMs, now, onTrouble } = this.#options
    const { signal } = this.#ending
    while (!signal.aborted) {
      await drivers.round(now()).catch(onTrouble)
      await sleep(everyMs, undefined, { signal }).catch(() => {})
    }
  }
}
