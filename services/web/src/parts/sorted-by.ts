type Direction = 'ascending' | 'descending'

export interface Sorting {
  readonly key: string
  readonly direction: Direction
}

export const ARROWS: Readonly<Record<Direction, string>> = { ascending: ' ↑', descending: ' ↓' }
export type SortValue = string | number | null | undefined

/** One collator for all: to make one a comparison takes seconds with thousands of rows. */
const text = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

/** A sorted copy; what has no value comes last in both directions. */
export function sortedBy<Row>(
  rows: readonly Row[],
  valueIn: (row: Row) => SortValue,
  direction: Direction,
): readonly Row[] {
  const sign = direction === 'ascending' ? 1 : -1
  return rows
    .map((row) => ({ row, value: valueIn(row) ?? null }))
    .sort((a, b) => {
      if (a.value === null || b.value === null)
        return Number(a.value === null) - Number(b.value === null)
      return sign * compared(a.value, b.value)
    })
    .map(({ row }) => row)
}

const compared = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : text.compare(String(a), String(b))
