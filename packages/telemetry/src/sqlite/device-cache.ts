// The devices as the writer knows them, so that a commit reads none of their rows, and writes them only
// where a device becomes dirty. How many readings there are and which is the newest goes into the rows now
// and then, all devices at once, with the number of the arrival up to which that is so: what came after it
// is counted again after a start or a rollback. Whoever rolls a transaction back must call `reload`.
import type { DeviceRecord } from '../place-reading.ts'
import type { Connection } from './connection.ts'
import { readProgress, writeProgress } from './progress.ts'

interface CachedDevice extends DeviceRecord {
  /** What its row says; Infinity: not dirty. */
  dirtyInRow: number
}

export class DeviceCache {
  readonly #connection: Connection
  readonly #byId = new Map<string, CachedDevice>()
  /** By the commit under way. */
  readonly #used = new Set<CachedDevice>()
  /** Those whose rows lack readings. */
  readonly #uncounted = new Set<CachedDevice>()
  readonly #insert
  readonly #setDirty
  readonly #count

  constructor(connection: Connection) {
    this.#connection = connection
    this.#insert = connection.prepare<[string]>('INSERT INTO devices (device_id) VALUES (?)')
    this.#setDirty = connection.prepare<[number, number]>(
      'UPDATE devices SET dirty_since = ? WHERE no = ?',
    )
    this.#count = connection.prepare<[number, number, number]>(
      'UPDATE devices SET reading_count = reading_count + ?, newest_at = ? WHERE no = ?',
    )
    this.reload()
  }

  reload(): void {
    this.#byId.clear()
    this.#used.clear()
    this.#uncounted.clear()
    const rows = this.#connection
      .prepare<[number], DeviceRow>(DEVICES)
      .all(readProgress(this.#connection, 'counted') ?? 0)
    for (const row of rows) {
      const device = fresh(row.no)
      device.newestAt = Math.max(row.newestAt ?? -Infinity, row.uncountedNewestAt ?? -Infinity)
      device.dirtyInRow = row.dirtySince ?? Infinity
      device.added = row.uncounted
      this.#byId.set(row.deviceId, device)
      if (device.added > 0) this.#uncounted.add(device)
    }
  }

  /** The device, made if it is new. Its changes are written by `flushDirty` and `writeCounts`. */
  use(deviceId: string): DeviceRecord {
    let device = this.#byId.get(deviceId)
    if (device === undefined) {
      device = fresh(Number(this.#insert.run(deviceId).lastInsertRowid))
      this.#byId.set(deviceId, device)
    }
    this.#used.add(device)
    return device
  }

  /** Writes which devices the transaction under way has made dirty, or dirty from an earlier time on. */
  flushDirty(): void {
    for (const device of this.#used) {
      if (device.dirtySince < device.dirtyInRow) {
        this.#setDirty.run(device.dirtySince, device.no)
        device.dirtyInRow = device.dirtySince
      }
      device.dirtySince = Infinity
      if (device.added > 0) this.#uncounted.add(device)
    }
    this.#used.clear()
  }

  /** Their rows are dirty no more. */
  cleared(deviceIds: Iterable<string>): void {
    for (const id of deviceIds) {
      const device = this.#byId.get(id)
      if (device !== undefined) device.dirtyInRow = Infinity
    }
  }

  /** Counts all up to that arrival, in the caller's transaction. Call `counted` once that is committed. */
  writeCounts(lastArrival: number): void {
    if (this.#uncounted.size === 0) return
    for (const { added, newestAt, no } of this.#uncounted) this.#count.run(added, newestAt, no)
    writeProgress(this.#connection, 'counted', lastArrival)
  }

  counted(): void {
    for (const device of this.#uncounted) device.added = 0
    this.#uncounted.clear()
  }
}

interface DeviceRow {
  readonly no: number
  readonly deviceId: string
  readonly newestAt: number | null
  readonly dirtySince: number | null
  readonly uncounted: number
  readonly uncountedNewestAt: number | null
}

const DEVICES = `
  SELECT no, device_id AS deviceId, newest_at AS newestAt, dirty_since AS dirtySince,
    coalesce(uncounted, 0) AS uncounted, uncountedNewestAt
  FROM devices LEFT JOIN (
    SELECT device_no, count(*) AS uncounted, max(observed_at) AS uncountedNewestAt
    FROM readings WHERE arrival > ? GROUP BY device_no) ON device_no = no`

const fresh = (no: number): CachedDevice => ({
  no,
  newestAt: -Infinity,
  added: 0,
  dirtySince: Infinity,
  dirtyInRow: Infinity,
})
