// Reads of the readings table. All through the view, which gives values as they were sent.
import { HOUR_MS } from '../history/reading-source.ts'
import { MEASURES, type Sums, sumsOfRow } from '../history/sums.ts'
import { COLUMN, type ReadingColumns, WIDTH } from '../reading-columns.ts'
import type { ReadingRange } from '../telemetry-store.ts'
import type { Connection } from './connection.ts'
import { readProgress } from './progress.ts'

/** In the order of COLUMN, after the device. */
export const READING_COLUMNS = `observed_at, received_at, seq, flags, distance_mm, fill_pct, temp_c,
  rh_pct, battery_v, rssi_dbm, tilt_deg, lid_opens`

type Values = readonly (number | null)[]

export const deviceNo = (connection: Connection, deviceId: string): number | undefined =>
  connection
    .prepare<[string], number>('SELECT no FROM devices WHERE device_id = ?')
    .pluck()
    .get(deviceId)

export function readRange(
  connection: Connection,
  range: ReadingRange,
  limit: number,
): ReadingColumns {
  const no = deviceNo(connection, range.deviceId)
  const rows =
    no === undefined
      ? []
      : connection
          .prepare<[number, number, number, number], Values>(
            `SELECT ${READING_COLUMNS} FROM reading
             WHERE device_no = ? AND observed_at >= ? AND observed_at < ?
             ORDER BY observed_at LIMIT ?`,
          )
          .raw()
          .all(no, range.from, range.to, limit)
  const numbers = new Float64Array(rows.length * WIDTH)
  rows.forEach((row, index) => {
    putRow(numbers, index, 0, row)
  })
  return { devices: [range.deviceId], numbers }
}

/** Writes one reading's block. `row` is READING_COLUMNS, more may follow. */
export function putRow(numbers: Float64Array, index: number, device: number, row: Values): void {
  const at = index * WIDTH
  numbers[at + COLUMN.device] = device
  for (let column = 1; column < WIDTH; column++)
    numbers[at + column] = row[column - 1] ?? Number.NaN
}

const SUMS = `
  SELECT observed_at - observed_at % @everyMs AS at, count(*),
    ${MEASURES.map(({ column: c }) => `count(${c}), total(${c})`).join(', ')}
  FROM reading WHERE device_no = @no AND observed_at >= @from AND observed_at < @to
  GROUP BY at ORDER BY at`

export function sumRange(connection: Connection, range: ReadingRange, everyMs: number): Sums[] {
  const no = deviceNo(connection, range.deviceId)
  if (no === undefined) return []
  return connection
    .prepare<[object], (number | null)[]>(SUMS)
    .raw()
    .all({ everyMs, no, from: range.from, to: range.to })
    .map(sumsOfRow)
}

export const keptFrom = (connection: Connection): number =>
  readProgress(connection, 'kept_from') ?? Number.NEGATIVE_INFINITY

const UNSETTLED = `
  SELECT hour FROM touched_hours
  WHERE device_no = @no AND hour > @from - ${HOUR_MS} AND hour < @to
  UNION
  SELECT observed_at / ${HOUR_MS} * ${HOUR_MS} FROM readings
  WHERE device_no = @no AND observed_at >= @from AND observed_at < @to
    AND (arrival > (SELECT coalesce(max(value), 0) FROM progress WHERE name = 'forwarded')
      OR arrival IN (SELECT arrival FROM dead_letters))`

export function unsettledHours(connection: Connection, range: ReadingRange): number[] {
  const no = deviceNo(connection, range.deviceId)
  if (no === undefined) return []
  return connection
    .prepare<[object], number>(UNSETTLED)
    .pluck()
    .all({ no, from: range.from, to: range.to })
}

export const devicesSeen = (connection: Connection) =>
  connection
    .prepare<[], { deviceId: string; newestAt: number; count: number }>(
      `SELECT device_id AS deviceId, newest_at AS newestAt, reading_count AS count
       FROM devices WHERE reading_count > 0 ORDER BY device_id`,
    )
    .all()
