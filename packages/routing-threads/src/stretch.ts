import type { Pace } from '@bakwacht/routing'

export interface StretchOptions {
  /** Milliseconds, by `clock`: the whole search's begin and end, and the end of this stretch. */
  readonly beganAt: number
  readonly endsAt: number
  readonly until: number
  readonly clock: () => number
  readonly cancelled: () => boolean
}

/** The clock is asked once in so many iterations. */
const CLOCK_EVERY = 8

/** A piece of a search that several threads share: it cools as the whole one does. */
export class Stretch implements Pace {
  readonly #options: StretchOptions
  readonly isWhole = false
  share = 0
  iterations = 0

  constructor(options: StretchOptions) {
    this.#options = options
  }

  next(): boolean {
    if (this.iterations % CLOCK_EVERY === 0) {
      const { beganAt, endsAt, until, clock, cancelled } = this.#options
      const now = clock()
      this.share = Math.min(1, (now - beganAt) / (endsAt - beganAt))
      if (now >= until || cancelled()) return false
    }
    this.iterations++
    return true
  }
}
