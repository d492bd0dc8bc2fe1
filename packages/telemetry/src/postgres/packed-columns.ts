// What a reading says, in whole steps of two or four bytes: a row of PostgreSQL's has 28 bytes before
// its first value, and a double for each value would make two of every row. A value that is no whole
// step, or out of reach, stands in `odd` as it was sent. So every value comes back exactly.
// The tables are made of this: a change here needs a migration.
import type { Insert } from './prepared-ledger.ts'

interface PackedColumn {
  readonly name: string
  readonly type: 'smallint' | 'int'
  /** The smallest value that is packed. */
  readonly least: number
  /** Steps a unit. 400: hundredths and sixteenths, as sensors give them, are both whole. */
  readonly steps: number
  readonly of: (insert: Insert) => number | null
}

/** None is null to PostgreSQL, whose map of nulls takes 8 bytes a row. */
const PACKED: readonly PackedColumn[] = [
  {
    name: 'received_after',
    type: 'int',
    // A clock may be 10 min ahead; upwards 32 bits reach 49 days.
    least: -1_200_000,
    steps: 1,
    of: ({ row, observedAt }) => row.receivedAt - observedAt,
  },
  { name: 'seq', type: 'int', least: 0, steps: 1, of: ({ row }) => row.seq },
  { name: 'flags', type: 'smallint', least: 0, steps: 1, of: ({ flags }) => flags },
  measure('distance_mm', 0, 1, 'distanceMm'),
  measure('fill_pct', 0, 400, 'fillPct'),
  measure('temp_c', -50, 400, 'tempC'),
  measure('rh_pct', 0, 400, 'rhPct'),
  measure('battery_v', 0, 1000, 'batteryV'),
  measure('rssi_dbm', -200, 100, 'rssiDbm'),
  measure('tilt_deg', -180, 100, 'tiltDeg'),
  measure('lid_opens', 0, 1, 'lidOpens'),
]

function measure(
  name: string,
  least: number,
  steps: number,
  member:
    | 'distanceMm'
    | 'fillPct'
    | 'tempC'
    | 'rhPct'
    | 'batteryV'
    | 'rssiDbm'
    | 'tiltDeg'
    | 'lidOpens',
): PackedColumn {
  return { name, type: 'smallint', least, steps, of: ({ row }) => row.item.reading[member] }
}

const lowest = ({ type }: PackedColumn) => (type === 'smallint' ? -(2 ** 15) : -(2 ** 31))
/** The lowest number says null, the next one that the value is in `odd`. */
const NULL = 0
const ODD = 1
const FIRST = 2

function packed(column: PackedColumn, value: number | null): number {
  const { least, steps } = column
  const bottom = lowest(column)
  if (value === null) return bottom + NULL
  const step = Math.round((value - least) * steps)
  const room = step >= 0 && bottom + FIRST + step < -bottom
  const exact = (step + least * steps) / steps === value
  return bottom + (room && exact ? FIRST + step : ODD)
}

/** The odd values, each at its column's place, commas between. */
function oddValues(insert: Insert): string {
  const values = PACKED.map((column) => {
    const value = column.of(insert)
    return packed(column, value) === lowest(column) + ODD ? String(value) : ''
  })
  return values.join(',').replace(/,+$/, '')
}

/** The columns' names and types, and what is stored in them for a reading. */
export const PACKED_VALUES: readonly (readonly [
  column: string,
  type: string,
  of: (insert: Insert) => number | string,
])[] = [
  ...PACKED.map(
    (column) =>
      [column.name, column.type, (insert: Insert) => packed(column, column.of(insert))] as const,
  ),
  ['odd', 'text', oddValues],
]

/** For CREATE TABLE. */
export const PACKED_COLUMNS = [
  ...PACKED.map(
    (column) => `${column.name} ${column.type} NOT NULL DEFAULT ${lowest(column) + NULL}`,
  ),
  `odd text NOT NULL DEFAULT ''`,
].join(',\n  ')

/** SQL for a column's values as they were sent: doubles, whole numbers for those of four bytes. */
export const UNPACKED: ReadonlyMap<string, string> = new Map(
  PACKED.map((column, at) => {
    const { name, type, least, steps } = column
    const bottom = lowest(column)
    const sqlType = type === 'smallint' ? 'float8' : 'bigint'
    const value = `(${name}::${sqlType} - (${bottom + FIRST - least * steps}))`
    return [
      name,
      `CASE ${name} WHEN ${bottom + NULL} THEN NULL
      WHEN ${bottom + ODD} THEN split_part(odd, ',', ${at + 1})::${sqlType}
      ELSE ${steps === 1 ? value : `${value} / ${steps}`} END`,
    ]
  }),
)
