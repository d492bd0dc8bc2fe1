// A label sums up one way to drive the head of a route, up to and including a stop. Started at a time t in
// [earliest, latest] it takes exactly `duration`; started before, it waits; started later, it is too late
// (Savelsbergh 1992; Vidal et al. 2013). One stop order has several labels because the vehicle may unload
// at different points, rest at different stops and use different windows. A set keeps those that no other
// beats: usually one, a few where the vehicle unloads or rests.
//
// A label is `stride` numbers in a row:
export const COST = 0 // money for distance, and the fixed cost
export const DURATION = 1
export const EARLIEST = 2
export const LATEST = 3
export const BREAKS = 4 // taken in this part, of the vehicle's breaks in order
export const TRACE = 5 // what was decided on the way (trace.ts)
export const LOAD = 6 // on board

/** Room for so many is there from the start, and behind the last for the next one and one to spare. */
const FEW = 6
const SPARE = 2

export interface LabelLimits {
  /** Up to so many, a label goes only if another beats it whatever follows. */
  readonly exact: number
  /** Beyond so many the dearest go. What is then found can be driven, but may not be the best. */
  readonly most: number
}

export class LabelSet {
  readonly stride: number
  readonly #limits: LabelLimits
  data: Float64Array
  count = 0

  constructor(loads: number, limits: LabelLimits) {
    this.stride = LOAD + loads
    this.#limits = limits
    this.data = new Float64Array((Math.min(limits.most, FEW) + SPARE) * this.stride)
  }

  /** Writes a label of another set behind the last one. */
  copyBehind(from: LabelSet, at: number): void {
    const label = at * from.stride
    const copy = this.count * this.stride
    for (let i = 0; i < this.stride; i++) this.data[copy + i] = from.data[label + i] as number
  }

  /** Takes in what was written behind the last label, unless a label beats it. */
  keep(perS: number): void {
    const exact = this.count < this.#limits.exact
    let at = 0
    while (at < this.count) {
      if (this.#beats(at, this.count, exact, perS)) return
      if (this.#beats(this.count, at, exact, perS)) this.#drop(at)
      else at++
    }
    this.count++
    if (this.count > this.#limits.most) this.#drop(this.#dearest(perS))
    this.#makeRoom()
  }

  /** What the label has cost so far. */
  #price(at: number, perS: number): number {
    const label = at * this.stride
    return (this.data[label + COST] as number) + perS * (this.data[label + DURATION] as number)
  }

  /**
   * Exact: whatever follows, `one` does at least as well as `other`. Otherwise: as far as price, being
   * done soon and load tell, overlooking that a later start might save waiting.
   */
  #beats(one: number, other: number, exact: boolean, perS: number): boolean {
    const { data, stride } = this
    const a = one * stride
    const b = other * stride
    if (data[a + BREAKS] !== data[b + BREAKS]) return false
    for (let i = LOAD; i < stride; i++)
      if ((data[a + i] as number) > (data[b + i] as number)) return false
    const durationA = data[a + DURATION] as number
    const durationB = data[b + DURATION] as number
    const isLater = (data[a + LATEST] as number) >= (data[b + LATEST] as number)
    const endsSooner =
      (data[a + EARLIEST] as number) + durationA <= (data[b + EARLIEST] as number) + durationB
    if (!exact) return this.#price(one, perS) <= this.#price(other, perS) && endsSooner
    const isCheaper = (data[a + COST] as number) <= (data[b + COST] as number)
    return isCheaper && durationA <= durationB && isLater && endsSooner
  }

  #dearest(perS: number): number {
    let dearest = 0
    for (let at = 1; at < this.count; at++)
      if (this.#price(at, perS) > this.#price(dearest, perS)) dearest = at
    return dearest
  }

  /** Closes the gap with the last label; the one just written moves up behind it. */
  #drop(at: number): void {
    const { data, stride } = this
    const last = this.count - 1
    data.copyWithin(at * stride, last * stride, (last + 1) * stride)
    data.copyWithin(last * stride, this.count * stride, (this.count + 1) * stride)
    this.count = last
  }

  /** For the next one to be written, and one to spare. */
  #makeRoom(): void {
    if ((this.count + SPARE) * this.stride <= this.data.length) return
    const larger = new Float64Array(2 * this.data.length)
    larger.set(this.data)
    this.data = larger
  }
}
