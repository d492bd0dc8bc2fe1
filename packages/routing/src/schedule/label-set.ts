// A label sums up one way to drive a part of a route: its head, up to and including a stop, or its
// tail, from a stop on. Started at a time t in [earliest, latest] it takes exactly `duration`; started
// before, it waits; started later, it is too late (Savelsbergh 1992; Vidal et al. 2013). One stop order
// has several labels because the vehicle may unload at different points, rest at different stops and use
// different windows. A set keeps those that no other beats in every respect: usually one, a few where
// the vehicle unloads or rests.
//
// A label is `stride` numbers in a row:
export const COST = 0 // money for distance, and the fixed cost in heads
export const DURATION = 1
export const EARLIEST = 2
export const LATEST = 3
export const BREAKS = 4 // taken in this part, of the vehicle's breaks in order
export const TRACE = 5 // what was decided on the way (trace.ts)
export const LOAD = 6 // on board at the open side: since (head) or until (tail) the next unloading

/** Enough that enumeration of small problems agrees; long routes have a few more at times. */
export const MOST_LABELS = 16

export class LabelSet {
  readonly data: Float64Array
  readonly stride: number
  readonly #most: number
  count = 0

  /** Beyond `most` labels the dearest go: exactness ends there, feasibility never. */
  constructor({ loads, most }: { readonly loads: number; readonly most: number }) {
    this.stride = LOAD + loads
    this.#most = most
    this.data = new Float64Array((most + 2) * this.stride)
  }

  clear(): void {
    this.count = 0
  }

  /** Writes a label of another set behind the last one. */
  copyBehind(from: LabelSet, at: number): void {
    const label = at * from.stride
    const copy = this.count * this.stride
    for (let i = 0; i < this.stride; i++) this.data[copy + i] = from.data[label + i] as number
  }

  /** Takes in what was written behind the last label, unless a label beats it. */
  keep(perS: number): void {
    let at = 0
    while (at < this.count) {
      if (this.#beats(at, this.count)) return
      if (this.#beats(this.count, at)) this.#drop(at)
      else at++
    }
    this.count++
    if (this.count > this.#most) this.#drop(this.#dearest(perS))
  }

  /** The least that any of them costs, waiting at the seam left out. */
  cheapest(perS: number): number {
    let least = Number.POSITIVE_INFINITY
    for (let at = 0; at < this.count; at++) least = Math.min(least, this.#price(at, perS))
    return least
  }

  #price(at: number, perS: number): number {
    const label = at * this.stride
    return (this.data[label + COST] as number) + perS * (this.data[label + DURATION] as number)
  }

  #dearest(perS: number): number {
    let dearest = 0
    for (let at = 1; at < this.count; at++)
      if (this.#price(at, perS) > this.#price(dearest, perS)) dearest = at
    return dearest
  }

  /** Whatever follows, `one` does at least as well as `other`. Holds for heads and tails alike. */
  #beats(one: number, other: number): boolean {
    const { data, stride } = this
    const a = one * stride
    const b = other * stride
    const durationA = data[a + DURATION] as number
    const durationB = data[b + DURATION] as number
    if ((data[a + COST] as number) > (data[b + COST] as number)) return false
    if (durationA > durationB) return false
    if ((data[a + LATEST] as number) < (data[b + LATEST] as number)) return false
    if ((data[a + EARLIEST] as number) + durationA > (data[b + EARLIEST] as number) + durationB)
      return false
    if (data[a + BREAKS] !== data[b + BREAKS]) return false
    for (let i = LOAD; i < stride; i++)
      if ((data[a + i] as number) > (data[b + i] as number)) return false
    return true
  }

  /** Closes the gap with the last label; the one just written moves up behind it. */
  #drop(at: number): void {
    const { data, stride } = this
    const last = this.count - 1
    data.copyWithin(at * stride, last * stride, (last + 1) * stride)
    data.copyWithin(last * stride, this.count * stride, (this.count + 1) * stride)
    this.count = last
  }
}
