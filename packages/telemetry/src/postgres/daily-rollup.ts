// As in SQLite: each reading is added once, in the order of arrival, in one transaction with the
// number that was reached; and never past one whose transaction is still open.
import { DAY_MS } from '../history/reading-source.ts'
import { MEASURES } from '../history/sums.ts'
import type { ArrivalWatermark } from './arrival-watermark.ts'
import type { Database } from './database.ts'

const columns = MEASURES.map(({ column }) => column)

const ROLL_UP = `
  INSERT INTO daily AS d
  SELECT device_no, observed_at - observed_at % ${DAY_MS} AS day, count(*),
    ${columns.map((c) => `count(${c}), coalesce(sum(${c}), 0), min(${c}), max(${c})`).join(', ')}
  FROM reading WHERE arrival > $1 AND arrival <= $2 GROUP BY device_no, day
  ON CONFLICT (device_no, day) DO UPDATE SET
    reading_count = d.reading_count + excluded.reading_count,
    ${columns
      .map(
        (c) => `${c}_count = d.${c}_count + excluded.${c}_count,
    ${c}_total = d.${c}_total + excluded.${c}_total,
    ${c}_min = least(d.${c}_min, excluded.${c}_min),
    ${c}_max = greatest(d.${c}_max, excluded.${c}_max)`,
      )
      .join(',\n    ')}`

/** $1 device, $2 from, $3 to: whole days, in one snapshot with what is not rolled up yet. */
export const DAILY_SUMS = `
  WITH device AS (SELECT no FROM devices WHERE device_id = $1)
  SELECT day, reading_count, ${columns.map((c) => `${c}_count, ${c}_total`).join(', ')}
  FROM daily WHERE device_no = (SELECT no FROM device) AND day >= $2 AND day < $3
  UNION ALL
  SELECT observed_at - observed_at % ${DAY_MS}, 1,
    ${columns.map((c) => `(${c} IS NOT NULL)::int, ${c}`).join(', ')}
  FROM reading
  WHERE key >= reading_key((SELECT no FROM device), $2)
    AND key < reading_key((SELECT no FROM device), $3)
    AND arrival > (SELECT value FROM progress WHERE name = 'rolled_up')`

/** One step, by whichever process comes first. @returns whether more wait */
export async function rollUpDays(
  database: Database,
  watermark: ArrivalWatermark,
  limit: number,
): Promise<boolean> {
  const safe = await watermark.safe()
  return database.transaction(async (client) => {
    const { rows } = await client.query<{ value: number }>(
      `SELECT value FROM progress WHERE name = 'rolled_up' FOR UPDATE SKIP LOCKED`,
    )
    const from = rows[0]?.value ?? safe
    const to = Math.min(safe, from + limit)
    if (to <= from) return false
    await client.query(ROLL_UP, [from, to])
    await client.query(`UPDATE progress SET value = $1 WHERE name = 'rolled_up'`, [to])
    return to < safe
  })
}
