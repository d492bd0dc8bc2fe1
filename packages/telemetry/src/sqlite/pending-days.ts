// What the daily table still lacks, summed up in memory while readings are written, so that they need
// not be read again for it. Stands for the arrivals after one number up to another, without a gap;
// whatever it does not stand for, daily-rollup.ts sums up from the readings themselves.
import { DAY_MS } from '../history/reading-source.ts'
import { MEASURES } from '../history/sums.ts'
import { COLUMN } from '../reading-columns.ts'

/** Count, total, least and largest of each measure, in the order of MEASURES. */
export interface PendingDay {
  readonly deviceNo: number
  /** UTC ms. */
  readonly day: number
  count: number
  readonly sums: Float64Array
}

export const SUMS_A_MEASURE = 4

const columns = MEASURES.map(({ member }) => COLUMN[member])

/** Of one device's days since 1970; its number is what is left above. */
const DAYS_OF_A_DEVICE = 2 ** 20

export class PendingDays {
  readonly #mostDays: number
  readonly #days = new Map<number, PendingDay>()
  #after = 0
  #upTo = 0

  /** @param mostDays what one step of the daily table may write */
  constructor(mostDays: number) {
    this.#mostDays = mostDays
  }

  /** Forgets everything; stands for what arrives after that number. */
  restart(arrival: number): void {
    this.#days.clear()
    this.#after = arrival
    this.#upTo = arrival
  }

  get after(): number {
    return this.#after
  }

  get upTo(): number {
    return this.#upTo
  }

  days(): IterableIterator<PendingDay> {
    return this.#days.values()
  }

  /** Takes the reading whose block of `numbers` begins at `at`, unless that leaves a gap or is too much. */
  add(
    arrival: number,
    deviceNo: number,
    observedAt: number,
    numbers: Float64Array,
    at: number,
  ): void {
    if (arrival !== this.#upTo + 1) return
    const dayNo = Math.floor(observedAt / DAY_MS)
    const key = deviceNo * DAYS_OF_A_DEVICE + dayNo
    let day = this.#days.get(key)
    if (day === undefined) {
      if (this.#days.size >= this.#mostDays) return
      day = emptyDay(deviceNo, dayNo * DAY_MS)
      this.#days.set(key, day)
    }
    this.#upTo = arrival
    day.count++
    addTo(day.sums, numbers, at)
  }
}

function emptyDay(deviceNo: number, day: number): PendingDay {
  const sums = new Float64Array(columns.length * SUMS_A_MEASURE)
  for (let place = 0; place < sums.length; place += SUMS_A_MEASURE) {
    sums[place + 2] = Number.POSITIVE_INFINITY
    sums[place + 3] = Number.NEGATIVE_INFINITY
  }
  return { deviceNo, day, count: 0, sums }
}

function addTo(sums: Float64Array, numbers: Float64Array, at: number): void {
  for (let measure = 0; measure < columns.length; measure++) {
    const value = numbers[at + (columns[measure] ?? 0)] ?? Number.NaN
    if (Number.isNaN(value)) continue
    const place = measure * SUMS_A_MEASURE
    sums[place] = (sums[place] ?? 0) + 1
    sums[place + 1] = (sums[place + 1] ?? 0) + value
    sums[place + 2] = Math.min(sums[place + 2] ?? value, value)
    sums[place + 3] = Math.max(sums[place + 3] ?? value, value)
  }
}
