// Simulated time: begins in the past, runs faster than the wall clock, and never overtakes it.
// Once both are the same it goes on at 1×.
import { setTimeout as sleep } from 'node:timers/promises'

/** Longer sleeps are cut up, so that a wall clock that jumps is noticed. */
const LONGEST_SLEEP_MS = 30_000

export class SimulatedClock {
  readonly #startAt: number
  readonly #speed: number
  readonly #wallNow: () => number
  readonly #wallSpeed: number
  readonly #wallStart: number

  /**
   * @param options.speed times the wall clock's; Infinity: as fast as everything else allows
   * @param options.wallSpeed of the wall clock, times real time
   */
  constructor(options: {
    readonly startAt: number
    readonly speed: number
    readonly wallNow: () => number
    readonly wallSpeed: number
  }) {
    this.#startAt = options.startAt
    this.#speed = options.speed
    this.#wallNow = options.wallNow
    this.#wallSpeed = options.wallSpeed
    this.#wallStart = options.wallNow()
  }

  /** The wall clock, which simulated time may reach but not pass. */
  get wall(): number {
    return this.#wallNow()
  }

  /** Wall time at which this simulated instant comes. */
  reachedAt(at: number): number {
    return Math.max(at, this.#wallStart + (at - this.#startAt) / this.#speed)
  }

  /** Waits until this instant has come, or until aborted. */
  async reach(at: number, signal: AbortSignal): Promise<void> {
    const due = this.reachedAt(at)
    while (!signal.aborted) {
      const left = (due - this.#wallNow()) / this.#wallSpeed
      if (left <= 0) return
      await sleep(Math.min(left, LONGEST_SLEEP_MS), undefined, { signal }).catch(() => {})
    }
  }
}
