// Puts readings into the table, within a transaction of the caller's.
import { type Candidate, type DeviceRecord, type Ledger, placeReading } from '../place-reading.ts'
import { COLUMN } from '../reading-columns.ts'
import {
  COMMIT_COLUMN,
  COMMIT_WIDTH,
  type CommitMessage,
  OUTCOMES,
  readingsIn,
} from './commit-message.ts'
import type { Connection } from './connection.ts'
import { DeviceCache } from './device-cache.ts'
import { PendingDays } from './pending-days.ts'
import { readProgress } from './progress.ts'
import { thousandths } from './thousandths.ts'

interface Row extends Candidate {
  /** The reading's block within `numbers`. */
  readonly numbers: Float64Array
  readonly at: number
}

const INSERT = `
  INSERT INTO readings (arrival, device_no, observed_at, received_after, seq, flags, distance_mm,
    fill_pct, temp_c, rh_pct, battery_v, rssi_dbm, tilt_deg, lid_opens, content_hash)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (device_no, observed_at) DO NOTHING`

const FIRST_FREE = `
  SELECT observed_at + 1 FROM readings r WHERE device_no = @no AND observed_at >= @from
    AND NOT EXISTS (SELECT 1 FROM readings n
      WHERE n.device_no = r.device_no AND n.observed_at = r.observed_at + 1)
  ORDER BY observed_at LIMIT 1`

/** Rows of the daily table that one step may hold the writer for. */
const MOST_PENDING_DAYS = 4000

export class ReadingWriter implements Ledger<Row> {
  readonly devices: DeviceCache
  readonly pendingDays: PendingDays
  readonly #connection: Connection
  readonly #insert
  readonly #hashAt
  readonly #firstFree
  readonly #stampedAt
  readonly #remember
  /** Milliseconds of a device known to be taken without a gap: many share one when stamped together. */
  readonly #runs = new Map<DeviceRecord, { readonly from: number; end: number }>()
  #arrival = 0

  constructor(connection: Connection, mostPendingDays = MOST_PENDING_DAYS) {
    this.#connection = connection
    this.pendingDays = new PendingDays(mostPendingDays)
    this.devices = new DeviceCache(connection)
    this.#insert = connection.prepare<(number | null)[]>(INSERT)
    this.#hashAt = connection
      .prepare<[number, number], number>(
        'SELECT content_hash FROM readings WHERE device_no = ? AND observed_at = ?',
      )
      .pluck()
    this.#firstFree = connection.prepare<[object], number>(FIRST_FREE).pluck()
    this.#stampedAt = connection
      .prepare<[number, number, number], number>(
        'SELECT received_at FROM stamped WHERE device_no = ? AND content_hash = ? AND seq = ?',
      )
      .pluck()
    this.#remember = connection.prepare<[number, number, number, number]>(`
      INSERT INTO stamped (device_no, content_hash, seq, received_at) VALUES (?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET received_at = excluded.received_at`)
    this.reload()
  }

  /** After a rollback: forgets what was never written. */
  reload(): void {
    this.devices.reload()
    this.#runs.clear()
    this.#arrival = lastArrival(this.#connection)
    this.pendingDays.restart(this.#arrival)
  }

  get lastArrival(): number {
    return this.#arrival
  }

  /** Work on rows of devices that must be up to date, in one transaction with what makes them so. */
  withCounts<Result>(work: () => Result): Result {
    try {
      const result = this.#connection.transaction(() => {
        this.devices.writeCounts(this.#arrival)
        return work()
      })()
      this.devices.counted()
      return result
    } catch (error) {
      this.reload()
      throw error
    }
  }

  /** @returns the code of each reading's outcome, in order */
  write(message: CommitMessage): Uint8Array<ArrayBuffer> {
    const { numbers } = message
    const devices = message.devices.map((deviceId) => this.devices.use(deviceId))
    const outcomes = new Uint8Array(readingsIn(message))
    for (let index = 0; index < outcomes.length; index++) {
      const at = index * COMMIT_WIDTH
      const device = devices[numbers[at] ?? 0]
      if (device === undefined) throw new Error(`reading ${index} names no device`)
      const seq = numbers[at + COLUMN.seq] ?? Number.NaN
      const row: Row = {
        numbers,
        at,
        hash: numbers[at + COMMIT_COLUMN.hash] ?? 0,
        observedAt: numbers[at + COLUMN.observedAt] ?? 0,
        receivedAt: numbers[at + COLUMN.receivedAt] ?? 0,
        seq: Number.isNaN(seq) ? null : seq,
        flags: numbers[at + COLUMN.flags] ?? 0,
        stampedByServer: numbers[at + COMMIT_COLUMN.stamped] === 1,
      }
      outcomes[index] = OUTCOMES.indexOf(placeReading(this, device, row))
    }
    return outcomes
  }

  put(device: DeviceRecord, row: Row, observedAt: number, flags: number): number | undefined {
    const { numbers, at } = row
    const { changes } = this.#insert.run(
      this.#arrival + 1,
      device.no,
      observedAt,
      row.receivedAt - observedAt,
      row.seq,
      flags,
      numbers[at + COLUMN.distanceMm] ?? null,
      thousandths(numbers[at + COLUMN.fillPct] ?? Number.NaN),
      thousandths(numbers[at + COLUMN.tempC] ?? Number.NaN),
      thousandths(numbers[at + COLUMN.rhPct] ?? Number.NaN),
      thousandths(numbers[at + COLUMN.batteryV] ?? Number.NaN),
      numbers[at + COLUMN.rssiDbm] ?? null,
      numbers[at + COLUMN.tiltDeg] ?? null,
      numbers[at + COLUMN.lidOpens] ?? null,
      row.hash,
    )
    if (changes === 0) return this.#hashAt.get(device.no, observedAt)
    this.#arrival++
    this.pendingDays.add(this.#arrival, device.no, observedAt, numbers, at)
    return undefined
  }

  stampedAt(device: DeviceRecord, row: Row): number | undefined {
    return this.#stampedAt.get(device.no, row.hash, row.seq ?? -1)
  }

  rememberStamped(device: DeviceRecord, row: Row): void {
    this.#remember.run(device.no, row.hash, row.seq ?? -1, row.receivedAt)
  }

  firstFree(device: DeviceRecord, from: number): number {
    const known = this.#runs.get(device)
    const run = known !== undefined && known.from <= from && from < known.end
    const start = run ? known.end : from
    const taken = this.#hashAt.get(device.no, start) !== undefined
    const free = taken ? (this.#firstFree.get({ no: device.no, from: start }) ?? start) : start
    // The caller takes it.
    if (run) known.end = free + 1
    else this.#runs.set(device, { from, end: free + 1 })
    return free
  }
}

/** Numbers never come back, not even when retention has removed the last reading. */
function lastArrival(connection: Connection): number {
  const newest = connection.prepare('SELECT max(arrival) FROM readings').pluck().get()
  return Math.max(Number(newest ?? 0), readProgress(connection, 'rolled_up') ?? 0)
}
