// Values, each with a weight: their mean, and their quantiles by a histogram, for sorting takes ten times as
// long. It is filled thousands of times a tick, hence plain loops over arrays of floats.

const BINS = 256

export class WeightedValues {
  readonly #values: Float64Array
  readonly #weights: Float64Array
  readonly #bins = new Float64Array(BINS)
  #count = 0
  #least = Number.POSITIVE_INFINITY
  #most = Number.NEGATIVE_INFINITY
  #total = 0
  #sum = 0

  /** @param most how many there will be */
  constructor(most: number) {
    this.#values = new Float64Array(most)
    this.#weights = new Float64Array(most)
  }

  /** Forgets all of them. */
  clear(): void {
    this.#count = 0
    this.#least = Number.POSITIVE_INFINITY
    this.#most = Number.NEGATIVE_INFINITY
    this.#total = 0
    this.#sum = 0
  }

  add(value: number, weight: number): void {
    this.#values[this.#count] = value
    this.#weights[this.#count++] = weight
    if (value < this.#least) this.#least = value
    if (value > this.#most) this.#most = value
    this.#total += weight
    this.#sum += weight * value
  }

  /** NaN of none. */
  get mean(): number {
    return this.#sum / this.#total
  }

  /**
   * @param chances ascending, between 0 and 1
   * @throws RangeError where nothing was added, or no number
   */
  quantiles(chances: readonly number[]): number[] {
    if (!(this.#least <= this.#most))
      throw new RangeError(`quantiles: got ${this.#count} values and no range, wanted some numbers`)
    const width = (this.#most - this.#least) / BINS
    if (width === 0) return chances.map(() => this.#least)
    const bins = this.#histogram(width)
    let [bin, below] = [0, 0]
    return chances.map((chance) => {
      const wanted = chance * this.#total
      while (bin < BINS - 1 && below + (bins[bin] ?? 0) < wanted) below += bins[bin++] ?? 0
      const inBin = bins[bin] ?? 0
      const share = inBin > 0 ? Math.min((wanted - below) / inBin, 1) : 0.5
      return this.#least + (bin + share) * width
    })
  }

  #histogram(width: number): Float64Array {
    const bins = this.#bins.fill(0)
    const scale = 1 / width
    for (let index = 0; index < this.#count; index++) {
      const value = this.#values[index] ?? 0
      const bin = Math.min(Math.floor((value - this.#least) * scale), BINS - 1)
      bins[bin] = (bins[bin] ?? 0) + (this.#weights[index] ?? 0)
    }
    return bins
  }
}
