// Reads of the readings table. All through the view, which gives values as they were sent.
import type { Reading } from '@bakwacht/domain'
import { HOUR_MS, type SqlReadings } from '../history/reading-source.ts'
import { MEASURES, sumsOfRow } from '../history/sums.ts'
import type { ReadingRange } from '../telemetry-store.ts'
import { DAILY_SUMS } from './daily-rollup.ts'
import type { Database } from './database.ts'

export const READING_COLUMNS = `observed_at, received_at, seq, flags, distance_mm, fill_pct, temp_c,
  rh_pct, battery_v, rssi_dbm, tilt_deg, lid_opens`

/** `row` is READING_COLUMNS; more may follow. */
export const readingOfRow = (deviceId: string, row: readonly (number | null)[]): Reading => ({
  deviceId,
  observedAt: row[0] ?? 0,
  receivedAt: row[1] ?? 0,
  seq: row[2] ?? null,
  flags: row[3] ?? 0,
  distanceMm: row[4] ?? null,
  fillPct: row[5] ?? null,
  tempC: row[6] ?? null,
  rhPct: row[7] ?? null,
  batteryV: row[8] ?? null,
  rssiDbm: row[9] ?? null,
  tiltDeg: row[10] ?? null,
  lidOpens: row[11] ?? null,
})

const DEVICE = '(SELECT no FROM devices WHERE device_id = $1)'
const OF_RANGE = `key >= reading_key(${DEVICE}, $2) AND key < reading_key(${DEVICE}, $3)`

const SUMS = `
  SELECT observed_at - observed_at % $4::bigint AS at, count(*),
    ${MEASURES.map(({ column: c }) => `count(${c}), sum(${c})`).join(', ')}
  FROM reading WHERE ${OF_RANGE} GROUP BY at ORDER BY at`

const UNSETTLED = `
  SELECT hour FROM touched_hours
  WHERE device_no = ${DEVICE}
    AND hour > $2::bigint - ${HOUR_MS} AND hour < $3
  UNION
  SELECT observed_at - observed_at % ${HOUR_MS} FROM reading WHERE ${OF_RANGE}
    AND (arrival > (SELECT value FROM progress WHERE name = 'forwarded')
      OR arrival IN (SELECT arrival FROM dead_letters))`

const valuesOf = ({ deviceId, from, to }: ReadingRange) => [deviceId, from, to]

export const postgresReadings = (database: Database): SqlReadings => ({
  readings: (range, limit) => readRange(database, range, limit),
  sums: async (range, everyMs) =>
    (await database.rows(SUMS, [...valuesOf(range), everyMs])).map(sumsOfRow),
  dailySums: async (range) => (await database.rows(DAILY_SUMS, valuesOf(range))).map(sumsOfRow),
  keptFrom: async () => {
    const [row] = await database.query<{ value: number }>(
      `SELECT value FROM progress WHERE name = 'kept_from'`,
    )
    return row?.value ?? Number.NEGATIVE_INFINITY
  },
  unsettledHours: async (range) =>
    (await database.rows(UNSETTLED, valuesOf(range))).map(([hour]) => hour ?? 0),
})

async function readRange(database: Database, range: ReadingRange, limit: number) {
  const rows = await database.rows(
    `SELECT ${READING_COLUMNS} FROM reading WHERE ${OF_RANGE} ORDER BY key LIMIT $4`,
    [...valuesOf(range), limit],
  )
  return rows.map((row) => readingOfRow(range.deviceId, row))
}

const RANGES = `
  SELECT r.*, position FROM unnest($1::text[], $2::bigint[], $3::bigint[])
    WITH ORDINALITY AS range (device, since, until, position)
  JOIN devices ON device_id = device
  CROSS JOIN LATERAL (SELECT ${READING_COLUMNS} FROM reading
    WHERE key >= reading_key(no, since) AND key < reading_key(no, until) OFFSET 0) r
  ORDER BY position, observed_at`
const POSITION_AT = 12

/** All readings of each range, in one question. */
export async function readRanges(database: Database, ranges: readonly ReadingRange[]) {
  const found: Reading[][] = ranges.map(() => [])
  const rows = await database.rows(RANGES, [
    ranges.map(({ deviceId }) => deviceId),
    ranges.map(({ from }) => from),
    ranges.map(({ to }) => to),
  ])
  for (const row of rows) {
    const at = (row[POSITION_AT] ?? 0) - 1
    found[at]?.push(readingOfRow(ranges[at]?.deviceId ?? '', row))
  }
  return found
}

export const devicesSeen = (database: Database) =>
  database.query<{ deviceId: string; newestAt: number; count: number }>(
    `SELECT device_id AS "deviceId", newest_at AS "newestAt", reading_count AS count
     FROM devices WHERE reading_count > 0 ORDER BY device_id COLLATE "C"`,
  )
