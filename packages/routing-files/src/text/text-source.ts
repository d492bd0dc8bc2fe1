// A text file as numbered rows of cells, and the one way in which it is found wanting.
import { RoutingFileError } from '../routing-file-error.ts'

export interface Row {
  /** From 1. */
  readonly line: number
  readonly text: string
  /** The text, parted at blanks. */
  readonly cells: readonly string[]
}

export interface NumberRule {
  readonly wanted: string
  readonly holds: (value: number) => boolean
}

export const ANY_NUMBER: NumberRule = { wanted: 'a number', holds: () => true }
export const NOT_NEGATIVE: NumberRule = { wanted: 'a number ≥ 0', holds: (value) => value >= 0 }
export const WHOLE_ABOVE_ZERO: NumberRule = {
  wanted: 'a whole number ≥ 1',
  holds: (value) => Number.isSafeInteger(value) && value >= 1,
}

/** Beyond this neither a coordinate nor a sum of them is exact any more. */
const LARGEST = 1e9

export class TextSource {
  readonly file: string
  /** Without blank lines. */
  readonly rows: readonly Row[]
  readonly lastLine: number

  constructor(file: string, text: string) {
    const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
    this.file = file
    this.lastLine = lines.length
    this.rows = lines.flatMap((raw, i) => {
      const trimmed = raw.trim()
      return trimmed === '' ? [] : [{ line: i + 1, text: trimmed, cells: trimmed.split(/\s+/) }]
    })
  }

  fault(line: number, field: string, got: unknown, wanted: string): RoutingFileError {
    return new RoutingFileError(this.file, `line ${line}, ${field}`, got, wanted)
  }

  /** @throws RoutingFileError where the cell is no such number */
  number(line: number, field: string, cell: string | undefined, rule: NumberRule): number {
    const value = cell === undefined || cell === '' ? Number.NaN : Number(cell)
    if (!(Math.abs(value) <= LARGEST) || !rule.holds(value))
      throw this.fault(line, field, cell, rule.wanted)
    return value
  }
}
