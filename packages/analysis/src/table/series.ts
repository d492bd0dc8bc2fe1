// One device's rows, numbers only, one after the other in one array: a million rows of four
// measurements take 40 MB.

export class Series {
  readonly #width: number
  #numbers: Float64Array
  #rows = 0
  #inOrder = true

  /** @param columns how many values a row has besides its time */
  constructor(columns: number) {
    this.#width = columns + 1
    this.#numbers = new Float64Array(64 * this.#width)
  }

  /** Of all rows, those that repeat an instant among them. */
  get rows(): number {
    return this.#rows
  }

  add(at: number, values: readonly number[]): void {
    const start = this.#rows * this.#width
    if (start === this.#numbers.length) this.#grow()
    this.#inOrder &&= this.#rows === 0 || this.at(this.#rows - 1) < at
    this.#numbers[start] = at
    this.#numbers.set(values, start + 1)
    this.#rows++
  }

  /** UTC ms. */
  at(row: number): number {
    return this.#numbers[row * this.#width] ?? Number.NaN
  }

  value(row: number, column: number): number {
    return this.#numbers[row * this.#width + 1 + column] ?? Number.NaN
  }

  /**
   * Rows in the order of time, each instant once. Which row stands for an instant that has several
   * depends on what they say, not on their order: the one with most measured, then with smaller numbers.
   */
  inOrder(): Uint32Array {
    const order = Uint32Array.from({ length: this.#rows }, (_, row) => row)
    if (this.#inOrder) return order
    order.sort((a, b) => this.at(a) - this.at(b) || this.#compared(a, b))
    return order.filter(
      (row, index) => index === 0 || this.at(row) !== this.at(order[index - 1] ?? -1),
    )
  }

  #compared(a: number, b: number): number {
    const absent = this.#absentIn(a) - this.#absentIn(b)
    if (absent !== 0) return absent
    for (let column = 0; column < this.#width - 1; column++) {
      const [x, y] = [this.value(a, column), this.value(b, column)]
      if (Object.is(x, y)) continue
      if (Number.isNaN(x) || Number.isNaN(y)) return Number.isNaN(x) ? 1 : -1
      return x < y ? -1 : 1
    }
    return 0
  }

  #absentIn(row: number): number {
    let absent = 0
    for (let column = 0; column < this.#width - 1; column++)
      absent += Number(Number.isNaN(this.value(row, column)))
    return absent
  }

  #grow(): void {
    const larger = new Float64Array(this.#numbers.length * 2)
    larger.set(this.#numbers)
    this.#numbers = larger
  }
}
