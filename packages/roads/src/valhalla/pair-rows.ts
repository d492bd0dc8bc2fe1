import type { TravelMatrix } from '../travel-times.ts'

type Cells = Pick<TravelMatrix, 'durations' | 'distances'>

/** Some consecutive rows of a matrix of `size` columns; a cell is `NaN` until it is known. */
export class PairRows {
  readonly size: number
  readonly rows: readonly number[]
  readonly #cells: Cells

  /** @param rows their indexes in the matrix, in order; cells as many rows, one after the other */
  constructor(size: number, rows: readonly number[], cells: Cells) {
    this.size = size
    this.rows = rows
    this.#cells = cells
  }

  /** Every pair of the row alike. */
  fill(row: number, value: number): void {
    const from = this.#index(row, 0)
    this.#cells.durations.fill(value, from, from + this.size)
    this.#cells.distances.fill(value, from, from + this.size)
  }

  set(row: number, column: number, seconds: number, metres: number): void {
    const index = this.#index(row, column)
    this.#cells.durations[index] = seconds
    this.#cells.distances[index] = metres
  }

  isMissing(row: number, column: number): boolean {
    return Number.isNaN(this.#cells.durations[this.#index(row, column)])
  }

  /** Columns in which some row is not known. */
  missingColumns(): readonly number[] {
    const columns: number[] = []
    for (let column = 0; column < this.size; column++)
      if (this.rows.some((row) => this.isMissing(row, column))) columns.push(column)
    return columns
  }

  /** Rows in which some of these columns is not known. */
  missingRows(columns: readonly number[]): readonly number[] {
    return this.rows.filter((row) => columns.some((column) => this.isMissing(row, column)))
  }

  #index(row: number, column: number): number {
    return (row - (this.rows[0] ?? 0)) * this.size + column
  }
}
