// What a year really cost besides driving, bin by bin: overflows and damp, counted from a given instant on.
import { HOUR_MS } from '@bakwacht/domain'

export interface Losses {
  readonly overflows: number
  readonly overflowHours: number
  readonly turnedAwayKg: number
  readonly dampKg: number
}

export const noLosses: Losses = { overflows: 0, overflowHours: 0, turnedAwayKg: 0, dampKg: 0 }

export const sumOfLosses = (all: readonly Losses[]): Losses =>
  all.reduce(
    (a, b) => ({
      overflows: a.overflows + b.overflows,
      overflowHours: a.overflowHours + b.overflowHours,
      turnedAwayKg: a.turnedAwayKg + b.turnedAwayKg,
      dampKg: a.dampKg + b.dampKg,
    }),
    noLosses,
  )

/** One bin's. An overflow begins with the first gift that finds no room and ends when the bin is emptied. */
export class LossBook {
  readonly #countFrom: number
  #losses: Losses = noLosses
  #overSince: number | null = null

  constructor({ countFrom }: { readonly countFrom: number }) {
    this.#countFrom = countFrom
  }

  /** Of what is over; `emptied` closes what lasts. */
  get losses(): Losses {
    return this.#losses
  }

  turnedAway(at: number, kg: number): void {
    const counts = at >= this.#countFrom
    if (counts) this.#add({ turnedAwayKg: kg })
    if (this.#overSince !== null) return
    this.#overSince = at
    if (counts) this.#add({ overflows: 1 })
  }

  /** The bin is empty again, or the year is over. */
  emptied(at: number, lostToDampKg: number): void {
    if (at >= this.#countFrom) this.#add({ dampKg: lostToDampKg })
    if (this.#overSince === null) return
    const from = Math.max(this.#overSince, this.#countFrom)
    this.#add({ overflowHours: Math.max(at - from, 0) / HOUR_MS })
    this.#overSince = null
  }

  #add(more: Partial<Losses>): void {
    this.#losses = sumOfLosses([this.#losses, { ...noLosses, ...more }])
  }
}
