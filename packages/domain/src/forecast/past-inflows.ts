// What came in over some days after each of a container's own days. A day that ended at a level like the one
// now counts most: an echo that is too high, or a heap that stands out, comes down in the days after.
import type { ExpectedInflow } from './expected-inflow.ts'
import type { FillHabit } from './fill-habit.ts'
import { unpackDays } from './packed-days.ts'
import { weekdayIndex } from './weekday-shares.ts'
import type { WeightedValues } from './weighted-values.ts'

/** A day counts half as much as one that is so many days younger. */
const FADE = 0.5 ** (1 / 90)
/** Levels that lie so many points apart are alike to 37 %. */
const ALIKE_PCT = 12
/** A day that ended at quite another level counts so much. */
const UNLIKE = 0.05
/** Inflows over several days overlap: a week that begins a day later tells little that is new. */
const OVERLAP = 0.5
/** From here on gifts may have been turned away, so what came in says too little. */
const CROWDED_PCT = 99

export class PastInflows {
  readonly #length: number
  /** How much each day counts; 0 where it ended without a level. */
  readonly #weights: Float64Array
  readonly #crowded: Uint8Array
  /** All that came in until the end of each day, less what is usual. */
  readonly #surplus: Float64Array
  readonly #known: Uint8Array

  /** @param pct the level now */
  constructor(habit: FillHabit, expected: ExpectedInflow, season: number, pct: number) {
    const days = unpackDays(habit.days)
    const { weekday } = habit
    this.#length = days.length
    this.#weights = new Float64Array(days.length)
    this.#surplus = new Float64Array(days.length)
    this.#crowded = new Uint8Array(days.length)
    this.#known = new Uint8Array(days.length)
    const usual = expected.pctPerDay / season
    let surplus = 0
    let recency = FADE ** days.length
    for (let index = 0; index < days.length; index++) {
      const day = days[index]
      recency /= FADE
      surplus -= usual * (expected.weekdays[weekdayIndex(weekday, index - days.length)] ?? 1)
      if (!day) continue
      surplus += day[1]
      this.#surplus[index] = surplus
      this.#known[index] = 1
      this.#crowded[index] = day[0] >= CROWDED_PCT ? 1 : 0
      const likeness = Math.exp(-Math.abs(day[0] - pct) / ALIKE_PCT)
      this.#weights[index] = recency * (UNLIKE + (1 - UNLIKE) * likeness)
    }
  }

  /** At most so many values are added. */
  get most(): number {
    return this.#length
  }

  /** @param mean points expected within so many days from now */
  addTo(values: WeightedValues, days: number, mean: number): void {
    const share = 1 / (1 + OVERLAP * (days - 1))
    for (let from = 0, to = days; to < this.#length; from++, to++) {
      if (this.#known[from] === 0 || this.#known[to] === 0) continue
      if (this.#crowded[from] === 1 || this.#crowded[to] === 1) continue
      const surplus = (this.#surplus[to] ?? 0) - (this.#surplus[from] ?? 0)
      values.add(mean + surplus, share * (this.#weights[from] ?? 0))
    }
  }
}
