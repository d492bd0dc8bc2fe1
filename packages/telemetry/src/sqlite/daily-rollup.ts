// Adds readings to the daily table in the order of arrival, each exactly once: the rows and the
// number that was reached are one transaction. Late ones add to their old day all the same. The sums
// come from memory where they are there, and from the readings otherwise (after a start, or too many days).

import { DAY_MS } from '../history/reading-source.ts'
import { MEASURES, type Sums, sumsOfRow } from '../history/sums.ts'
import type { ReadingRange } from '../telemetry-store.ts'
import type { Connection } from './connection.ts'
import { type PendingDay, type PendingDays, SUMS_A_MEASURE } from './pending-days.ts'
import { readProgress, writeProgress } from './progress.ts'

const columns = MEASURES.map(({ column }) => column)

const ON_CONFLICT = `
  ON CONFLICT (device_no, day) DO UPDATE SET reading_count = reading_count + excluded.reading_count,
    ${columns.map(added).join(', ')}`

const ROLL_UP = `
  INSERT INTO daily
  SELECT device_no, observed_at / ${DAY_MS} * ${DAY_MS} AS day, count(*),
    ${columns.map((c) => `count(${c}), total(${c}), min(${c}), max(${c})`).join(', ')}
  FROM reading WHERE arrival > ? AND arrival <= ? GROUP BY device_no, day ${ON_CONFLICT}`

const ADD_DAY = `
  INSERT INTO daily
  VALUES (?, ?, ?, ${columns.map(() => '?, ?, ?, ?').join(', ')}) ${ON_CONFLICT}`

function added(column: string): string {
  const [min, max] = [`${column}_min`, `${column}_max`]
  return `${column}_count = ${column}_count + excluded.${column}_count,
    ${column}_total = ${column}_total + excluded.${column}_total,
    ${min} = min(coalesce(${min}, excluded.${min}), coalesce(excluded.${min}, ${min})),
    ${max} = max(coalesce(${max}, excluded.${max}), coalesce(excluded.${max}, ${max}))`
}

/** One step of at most `limit` readings, or of all that pend. @returns whether more wait */
export function rollUpDays(
  connection: Connection,
  pending: PendingDays,
  limit: number,
  newest: number,
): boolean {
  const from = readProgress(connection, 'rolled_up') ?? 0
  if (newest <= from) return false
  const to = pending.after > from ? Math.min(from + limit, pending.after) : pending.upTo
  connection.transaction(() => {
    if (pending.after > from) connection.prepare<[number, number]>(ROLL_UP).run(from, to)
    else addDays(connection, pending.days())
    writeProgress(connection, 'rolled_up', to)
  })()
  if (to === pending.upTo) pending.restart(newest)
  return to < newest
}

function addDays(connection: Connection, days: Iterable<PendingDay>): void {
  const add = connection.prepare<(number | null)[]>(ADD_DAY)
  for (const { deviceNo, day, count, sums } of days) {
    const row: (number | null)[] = [deviceNo, day, count]
    for (let place = 0; place < sums.length; place += SUMS_A_MEASURE) {
      const [counted = 0, total = 0, least = null, largest = null] = sums.subarray(place)
      row.push(counted, total, counted > 0 ? least : null, counted > 0 ? largest : null)
    }
    add.run(...row)
  }
}

const SUMS = `
  SELECT day, reading_count,
    ${columns.map((c) => `${c}_count, ${c}_total`).join(', ')}
  FROM daily WHERE device_no = @no AND day >= @from AND day < @to
  UNION ALL
  SELECT observed_at / ${DAY_MS} * ${DAY_MS}, 1,
    ${columns.map((c) => `${c} IS NOT NULL, ${c}`).join(', ')}
  FROM reading WHERE device_no = @no AND observed_at >= @from AND observed_at < @to
    AND +arrival > (SELECT coalesce(max(value), 0) FROM progress WHERE name = 'rolled_up')`

/** Days of a range of whole days, in one snapshot with what is not rolled up yet. Not merged. */
export function dailySums(connection: Connection, deviceNo: number, range: ReadingRange): Sums[] {
  return connection
    .prepare<[object], (number | null)[]>(SUMS)
    .raw()
    .all({ no: deviceNo, from: range.from, to: range.to })
    .map(sumsOfRow)
}
