// The outbox's side of PostgreSQL; influx/outbox.ts says what each does.
import { HOUR_MS } from '../history/reading-source.ts'
import type { Outbox, TouchedHour } from '../influx/outbox.ts'
import { KEPT_BEFORE_UNSEEN_MS, KEPT_MS } from '../influx/retention.ts'
import type { ArrivalWatermark } from './arrival-watermark.ts'
import type { Client, Database } from './database.ts'
import { READING_COLUMNS, readingOfRow } from './read-readings.ts'

const NEXT = `
  SELECT ${READING_COLUMNS}, arrival, device_id FROM reading JOIN devices ON no = device_no
  WHERE arrival > $1 AND arrival <= $2 ORDER BY arrival LIMIT $3`
const ARRIVAL_AT = 12
const DEVICE_AT = 13

const TOUCH = `
  INSERT INTO touched_hours (device_no, hour, mark)
  SELECT DISTINCT device_no, observed_at - observed_at % ${HOUR_MS}, $2::bigint FROM reading
  WHERE arrival > $1 AND arrival <= $2
  ON CONFLICT (device_no, hour) DO UPDATE SET mark = excluded.mark`

const FORGET = `
  DELETE FROM readings WHERE key IN (
    SELECT key FROM devices CROSS JOIN LATERAL (
      SELECT key FROM readings WHERE key >= reading_key(no, 0) AND key < reading_key(no, least($1, newest_at - ${KEPT_MS},
          least(dirty_since, claimed_since) - ${KEPT_BEFORE_UNSEEN_MS}))
        AND arrival <= (SELECT min(value) FROM progress WHERE name IN ('forwarded', 'rolled_up'))
        AND arrival NOT IN (SELECT arrival FROM dead_letters)
      ORDER BY key LIMIT $2) due
    LIMIT $2)`

/** Beyond so many, the newest number taken will do. */
const COUNTED_EXACTLY = 10_000

export const postgresOutbox = (database: Database, watermark: ArrivalWatermark): Outbox => ({
  takeLease: async (holder, forMs) => {
    const taken = await database.query(
      `INSERT INTO forward_lease AS lease (holder, until)
       VALUES ($1, now() + $2 * interval '1 millisecond')
       ON CONFLICT (one) DO UPDATE SET holder = excluded.holder, until = excluded.until
       WHERE lease.holder = excluded.holder OR lease.until < now()
       RETURNING holder`,
      [holder, forMs],
    )
    return taken.length > 0
  },
  dropLease: async (holder) => {
    await database.query('DELETE FROM forward_lease WHERE holder = $1', [holder])
  },
  next: async (limit) => {
    const rows = await nextRows(database, await watermark.safe(), limit)
    return {
      readings: rows.map((row) => readingOfRow(String(row[DEVICE_AT]), row)),
      arrivals: rows.map((row) => row[ARRIVAL_AT] ?? 0),
    }
  },
  forwarded: (upTo, deadLetters) =>
    database.transaction(async (client) => {
      const { rows } = await client.query<{ value: number }>(
        `SELECT value FROM progress WHERE name = 'forwarded' FOR UPDATE`,
      )
      await client.query(TOUCH, [rows[0]?.value ?? 0, upTo])
      await client.query(
        `INSERT INTO dead_letters (arrival, reason) SELECT * FROM unnest($1::bigint[], $2::text[])
         ON CONFLICT DO NOTHING`,
        [deadLetters.map(({ arrival }) => arrival), deadLetters.map(({ reason }) => reason)],
      )
      await raise(client, 'forwarded', upTo)
    }),
  backlog: () => backlog(database),
  touchedHours: (before, limit) =>
    database.query<{ deviceId: string; hour: number; mark: number }>(
      `SELECT device_id AS "deviceId", hour, mark
       FROM touched_hours JOIN devices ON no = device_no
       WHERE hour < $1 ORDER BY device_no, hour LIMIT $2`,
      [before, limit],
    ),
  hoursRolledUp: (hours) => removeHours(database, hours),
  forget: (observedBefore, limit) =>
    database.transaction(async (client) => {
      const { rowCount } = await client.query(FORGET, [observedBefore, limit])
      if (rowCount) await raise(client, 'kept_from', observedBefore)
      return rowCount ?? 0
    }),
})

/** By stretches of numbers: the index on them knows pages, and could not tell which comes first. */
async function nextRows(database: Database, upTo: number, limit: number) {
  const rows: (number | null)[][] = []
  let after = await forwardedTo(database)
  for (let stretch = limit; rows.length < limit && after < upTo; stretch *= 2) {
    const to = Math.min(upTo, after + stretch)
    rows.push(...(await database.rows(NEXT, [after, to, limit - rows.length])))
    after = to
  }
  return rows
}

async function forwardedTo(database: Database): Promise<number> {
  const [row] = await database.query<{ value: number }>(
    `SELECT value FROM progress WHERE name = 'forwarded'`,
  )
  return row?.value ?? 0
}

async function backlog(database: Database): Promise<number> {
  const from = await forwardedTo(database)
  const [last] = await database.query<{ arrival: number }>(
    'SELECT last_value AS arrival FROM arrivals',
  )
  const after = Math.max(from, (last?.arrival ?? 0) - COUNTED_EXACTLY)
  const [newest] = await database.query<{ arrival: number }>(
    'SELECT coalesce(max(arrival), $1) AS arrival FROM readings WHERE arrival > $1::bigint',
    [after],
  )
  return (newest?.arrival ?? after) - from
}

async function removeHours(database: Database, hours: readonly TouchedHour[]): Promise<void> {
  await database.query(
    `DELETE FROM touched_hours t USING unnest($1::text[], $2::bigint[], $3::bigint[])
       AS u (device_id, hour, mark)
     JOIN devices d ON d.device_id = u.device_id
     WHERE t.device_no = d.no AND t.hour = u.hour AND t.mark = u.mark`,
    [
      hours.map(({ deviceId }) => deviceId),
      hours.map(({ hour }) => hour),
      hours.map(({ mark }) => mark),
    ],
  )
}

const raise = (client: Client, name: string, value: number) =>
  client.query(
    `INSERT INTO progress AS p VALUES ($1, $2)
     ON CONFLICT (name) DO UPDATE SET value = greatest(p.value, excluded.value)`,
    [name, value],
  )
