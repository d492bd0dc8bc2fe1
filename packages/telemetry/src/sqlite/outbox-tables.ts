// The outbox's side of SQLite; influx/outbox.ts says what each does.
import { HOUR_MS } from '../history/reading-source.ts'
import type { DeadLetter, TouchedHour } from '../influx/outbox.ts'
import { KEPT_BEFORE_UNSEEN_MS, KEPT_MS } from '../influx/retention.ts'
import { type ReadingColumns, WIDTH } from '../reading-columns.ts'
import type { Connection } from './connection.ts'
import { readProgress, writeProgress } from './progress.ts'
import { putRow, READING_COLUMNS } from './read-readings.ts'

export interface OutboxColumns {
  readonly readings: ReadingColumns
  readonly arrivals: readonly number[]
}

export function nextToForward(connection: Connection, limit: number): OutboxColumns {
  const rows = connection
    .prepare<[number, number], (number | null)[]>(
      `SELECT ${READING_COLUMNS}, device_no, arrival FROM reading
       WHERE arrival > ? ORDER BY arrival LIMIT ?`,
    )
    .raw()
    .all(readProgress(connection, 'forwarded') ?? 0, limit)
  const nameOf = connection
    .prepare<[number], string>('SELECT device_id FROM devices WHERE no = ?')
    .pluck()
  const devices: string[] = []
  const indexes = new Map<number, number>()
  const numbers = new Float64Array(rows.length * WIDTH)
  rows.forEach((row, index) => {
    const no = row[WIDTH - 1] ?? 0
    let device = indexes.get(no)
    if (device === undefined) {
      device = devices.push(nameOf.get(no) ?? '') - 1
      indexes.set(no, device)
    }
    putRow(numbers, index, device, row)
  })
  return { readings: { devices, numbers }, arrivals: rows.map((row) => row[WIDTH] ?? 0) }
}

export function forwarded(
  connection: Connection,
  upTo: number,
  deadLetters: readonly DeadLetter[],
): void {
  connection.transaction(() => {
    const from = readProgress(connection, 'forwarded') ?? 0
    connection
      .prepare<[object]>(
        `INSERT INTO touched_hours (device_no, hour, mark)
         SELECT DISTINCT device_no, observed_at / ${HOUR_MS} * ${HOUR_MS}, @upTo FROM readings
         WHERE arrival > @from AND arrival <= @upTo
         ON CONFLICT DO UPDATE SET mark = excluded.mark`,
      )
      .run({ from, upTo })
    const bury = connection.prepare<[number, string]>(
      'INSERT INTO dead_letters (arrival, reason) VALUES (?, ?) ON CONFLICT DO NOTHING',
    )
    for (const { arrival, reason } of deadLetters) bury.run(arrival, reason)
    writeProgress(connection, 'forwarded', upTo)
  })()
}

export const backlog = (connection: Connection): number =>
  Number(
    connection
      .prepare(
        `SELECT max(0, coalesce((SELECT max(arrival) FROM readings), 0)
           - coalesce((SELECT value FROM progress WHERE name = 'forwarded'), 0))`,
      )
      .pluck()
      .get(),
  )

export const touchedHours = (connection: Connection, before: number, limit: number) =>
  connection
    .prepare<[number, number], TouchedHour>(
      `SELECT device_id AS deviceId, hour, mark
       FROM touched_hours JOIN devices ON no = device_no
       WHERE hour < ? ORDER BY device_no, hour LIMIT ?`,
    )
    .all(before, limit)

export function hoursRolledUp(connection: Connection, hours: readonly TouchedHour[]): void {
  const remove = connection.prepare<[string, number, number]>(
    `DELETE FROM touched_hours
     WHERE device_no = (SELECT no FROM devices WHERE device_id = ?) AND hour = ? AND mark = ?`,
  )
  connection.transaction(() => {
    for (const { deviceId, hour, mark } of hours) remove.run(deviceId, hour, mark)
  })()
}

/** Through the key of each device, so that nothing is scanned when there is nothing to remove. */
const FORGET = `
  DELETE FROM readings WHERE arrival IN (
    SELECT arrival FROM devices CROSS JOIN readings ON device_no = no
    WHERE observed_at < min(@observedBefore, newest_at - ${KEPT_MS},
        min(coalesce(dirty_since, 9e999), coalesce(claimed_since, 9e999)) - ${KEPT_BEFORE_UNSEEN_MS})
      AND +arrival <= @done AND arrival NOT IN (SELECT arrival FROM dead_letters)
    LIMIT @limit)`

export function forget(connection: Connection, observedBefore: number, limit: number): number {
  return connection.transaction(() => {
    const done = Math.min(
      readProgress(connection, 'forwarded') ?? 0,
      readProgress(connection, 'rolled_up') ?? 0,
    )
    const { changes } = connection.prepare<[object]>(FORGET).run({ observedBefore, done, limit })
    if (changes > 0) writeProgress(connection, 'kept_from', observedBefore)
    return changes
  })()
}
