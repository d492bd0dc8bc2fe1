// Where a history answer comes from: SQL, InfluxDB, or both merged.
import type { Reading } from '@bakwacht/domain'
import type { ReadingRange } from '../telemetry-store.ts'
import type { Sums } from './sums.ts'

export interface ReadingSource {
  /** The first `limit` readings of the range, in the order of observed time. */
  readings(range: ReadingRange, limit: number): Promise<Found<Reading>>
  /** Sums of all buckets that have readings, in the order of time; buckets begin at multiples of `everyMs`. */
  sums(range: ReadingRange, everyMs: number): Promise<Found<Sums>>
}

export interface Found<Row> {
  readonly rows: readonly Row[]
  /** UTC ms from which on something may be missing; Infinity: nothing is. */
  readonly missingFrom: number
}

/** What the SQL adapters know; history beyond it is InfluxDB's. */
export interface SqlReadings {
  readings(range: ReadingRange, limit: number): Promise<readonly Reading[]>
  sums(range: ReadingRange, everyMs: number): Promise<readonly Sums[]>
  /** The same from the daily table, which outlives the readings. The range is whole UTC days. */
  dailySums(range: ReadingRange): Promise<readonly Sums[]>
  /** Every reading observed at or after this is in SQL. -Infinity: all that ever came. */
  keptFrom(): Promise<number>
  /**
   * Start of each hour of the range for which InfluxDB's readings or hourly rollups are not
   * up to date: not yet forwarded, refused by InfluxDB, or touched since the last rollup.
   */
  unsettledHours(range: ReadingRange): Promise<readonly number[]>
}

export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS

export const isEmpty = (range: ReadingRange) => range.from >= range.to

export const within = (range: ReadingRange, from: number, to: number): ReadingRange => ({
  deviceId: range.deviceId,
  from: Math.max(range.from, from),
  to: Math.min(range.to, to),
})

/** SQL alone: nothing is missing, since nothing is ever removed. */
export const sqlSource = (sql: SqlReadings): ReadingSource => ({
  readings: async (range, limit) => complete(await sql.readings(range, limit)),
  sums: async (range, everyMs) => complete(await sql.sums(range, everyMs)),
})

export const complete = <Row>(rows: readonly Row[]): Found<Row> => ({
  rows,
  missingFrom: Number.POSITIVE_INFINITY,
})

/** All readings of a range, page by page. */
export async function allReadings(
  source: Pick<ReadingSource, 'readings'>,
  range: ReadingRange,
): Promise<Found<Reading>> {
  const rows: Reading[] = []
  let missingFrom = Number.POSITIVE_INFINITY
  for (let from = range.from; from < range.to; ) {
    const page = await source.readings({ ...range, from }, PAGE)
    rows.push(...page.rows)
    missingFrom = Math.min(missingFrom, page.missingFrom)
    const last = page.rows.at(-1)
    if (page.rows.length < PAGE || last === undefined) break
    from = last.observedAt + 1
  }
  return { rows, missingFrom }
}

const PAGE = 5000
