// Values, each with a weight, and the quantiles of them all: by a histogram, for sorting takes ten times as long.

const BINS = 256

export class WeightedValues {
  readonly #values: number[] = []
  readonly #weights: number[] = []

  add(value: number, weight: number): void {
    this.#values.push(value)
    this.#weights.push(weight)
  }

  /** @throws RangeError where nothing was added */
  get mean(): number {
    let [sum, total] = [0, 0]
    for (const [index, value] of this.#values.entries()) {
      const weight = this.#weights[index] ?? 0
      sum += weight * value
      total += weight
    }
    if (total === 0) throw new RangeError('mean of values: got none, wanted one at least')
    return sum / total
  }

  /**
   * @param chances ascending, between 0 and 1
   * @throws RangeError where nothing was added
   */
  quantiles(chances: readonly number[]): number[] {
    const [least, most] = this.#range()
    const width = (most - least) / BINS
    if (width === 0) return chances.map(() => least)
    const bins = new Float64Array(BINS)
    let total = 0
    for (const [index, value] of this.#values.entries()) {
      const bin = Math.min(Math.floor((value - least) / width), BINS - 1)
      const weight = this.#weights[index] ?? 0
      bins[bin] = (bins[bin] ?? 0) + weight
      total += weight
    }
    let [bin, below] = [0, 0]
    return chances.map((chance) => {
      const wanted = chance * total
      while (bin < BINS - 1 && below + (bins[bin] ?? 0) < wanted) below += bins[bin++] ?? 0
      const inBin = bins[bin] ?? 0
      return least + (bin + (inBin > 0 ? Math.min((wanted - below) / inBin, 1) : 0.5)) * width
    })
  }

  #range(): readonly [number, number] {
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (const value of this.#values) {
      if (value < least) least = value
      if (value > most) most = value
    }
    if (least > most) throw new RangeError('quantiles of values: got none, wanted one at least')
    return [least, most]
  }
}
