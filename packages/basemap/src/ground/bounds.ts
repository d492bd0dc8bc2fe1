import { latOf, lonOf } from './mercator.ts'

/** What lies around all points that it was shown. */
export class Bounds {
  #left = Number.POSITIVE_INFINITY
  #top = Number.POSITIVE_INFINITY
  #right = Number.NEGATIVE_INFINITY
  #bottom = Number.NEGATIVE_INFINITY

  /** @param points `[x, y, x, y …]` */
  add(points: readonly number[]): void {
    for (let at = 0; at < points.length; at += 2) {
      const [x, y] = [points[at] ?? 0, points[at + 1] ?? 0]
      if (x < this.#left) this.#left = x
      if (x > this.#right) this.#right = x
      if (y < this.#top) this.#top = y
      if (y > this.#bottom) this.#bottom = y
    }
  }

  /** West, south, east, north; `undefined`: it was shown nothing. */
  degrees(): readonly [number, number, number, number] | undefined {
    if (this.#left > this.#right) return undefined
    const rounded = (degrees: number) => Math.round(degrees * 1e5) / 1e5
    return [
      rounded(lonOf(this.#left)),
      rounded(latOf(this.#bottom)),
      rounded(lonOf(this.#right)),
      rounded(latOf(this.#top)),
    ]
  }
}
