// The best of each respect over a set's labels, by how many breaks they took: what a bound needs.
import { BREAKS, DURATION, EARLIEST, LATEST, type LabelSet } from './label-set.ts'

export const PRICE = 0
export const SHORTEST = 1
export const FINISH = 2
export const LATEST_START = 3
const FIELDS = 4

export class Summary {
  /** `breaks * 4 + field`. */
  readonly values: Float64Array

  constructor(breaks: number) {
    this.values = new Float64Array((breaks + 1) * FIELDS)
  }

  of(labels: LabelSet, perS: number): void {
    const { values } = this
    for (let i = 0; i < values.length; i++)
      values[i] = i % FIELDS === LATEST_START ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
    for (let at = 0; at < labels.count; at++) {
      const label = at * labels.stride
      const row = (labels.data[label + BREAKS] as number) * FIELDS
      const duration = labels.data[label + DURATION] as number
      const finish = (labels.data[label + EARLIEST] as number) + duration
      const latest = labels.data[label + LATEST] as number
      values[row + PRICE] = Math.min(values[row + PRICE] as number, labels.price(at, perS))
      values[row + SHORTEST] = Math.min(values[row + SHORTEST] as number, duration)
      values[row + FINISH] = Math.min(values[row + FINISH] as number, finish)
      values[row + LATEST_START] = Math.max(values[row + LATEST_START] as number, latest)
    }
  }
}

/**
 * A lower bound on what a route costs that joins a head and a tail by an act of so many seconds and so
 * much money; infinite where no time is left. Exact where nothing waits or unloads in between.
 */
export function leastJoined(
  head: Summary,
  tail: Summary,
  seconds: number,
  money: number,
  mostSeconds: number,
): number {
  const a = head.values
  const b = tail.values
  let least = Number.POSITIVE_INFINITY
  for (let i = 0, j = b.length - FIELDS; j >= 0; i += FIELDS, j -= FIELDS) {
    const price = (a[i + PRICE] as number) + money + (b[j + PRICE] as number)
    if (price >= least) continue
    if ((a[i + FINISH] as number) + seconds > (b[j + LATEST_START] as number)) continue
    if ((a[i + SHORTEST] as number) + seconds + (b[j + SHORTEST] as number) > mostSeconds) continue
    least = price
  }
  return least
}
