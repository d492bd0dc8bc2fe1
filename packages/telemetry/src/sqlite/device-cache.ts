// The devices as the writer knows them, so that a commit reads none of their rows.
// Whoever rolls a transaction back must call `reload`.
import type { DeviceRecord } from '../place-reading.ts'
import type { Connection } from './connection.ts'

export class DeviceCache {
  readonly #connection: Connection
  readonly #byId = new Map<string, DeviceRecord>()
  readonly #changed = new Set<DeviceRecord>()
  readonly #insert
  readonly #update

  constructor(connection: Connection) {
    this.#connection = connection
    this.#insert = connection.prepare<[string]>('INSERT INTO devices (device_id) VALUES (?)')
    this.#update = connection.prepare<number[]>(`
      UPDATE devices SET
        reading_count = reading_count + ?,
        newest_at = nullif(?, -9e999),
        dirty_since = nullif(min(coalesce(dirty_since, 9e999), ?), 9e999)
      WHERE no = ?`)
    this.reload()
  }

  reload(): void {
    this.#byId.clear()
    this.#changed.clear()
    const rows = this.#connection
      .prepare<[], { no: number; device_id: string; newest_at: number | null }>(
        'SELECT no, device_id, newest_at FROM devices',
      )
      .all()
    for (const row of rows)
      this.#byId.set(row.device_id, fresh(row.no, row.newest_at ?? Number.NEGATIVE_INFINITY))
  }

  /** The device, made if it is new. Its changes are written by `flush`. */
  use(deviceId: string): DeviceRecord {
    let device = this.#byId.get(deviceId)
    if (device === undefined) {
      const no = Number(this.#insert.run(deviceId).lastInsertRowid)
      device = fresh(no, Number.NEGATIVE_INFINITY)
      this.#byId.set(deviceId, device)
    }
    this.#changed.add(device)
    return device
  }

  /** Writes what the transaction under way changed. */
  flush(): void {
    for (const device of this.#changed) {
      const { added, newestAt, dirtySince, no } = device
      if (added > 0 || dirtySince < Number.POSITIVE_INFINITY)
        this.#update.run(added, newestAt, dirtySince, no)
      device.added = 0
      device.dirtySince = Number.POSITIVE_INFINITY
    }
    this.#changed.clear()
  }
}

const fresh = (no: number, newestAt: number): DeviceRecord => ({
  no,
  newestAt,
  added: 0,
  dirtySince: Number.POSITIVE_INFINITY,
})
