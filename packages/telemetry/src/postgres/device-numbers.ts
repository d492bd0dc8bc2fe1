// Devices by name. Numbers never change, so they are remembered; everything else of a device is
// read under the lock on its row.
import type { DeviceRecord } from '../place-reading.ts'
import type { Client, Database } from './database.ts'

export class DeviceNumbers {
  readonly #database: Database
  readonly #byId = new Map<string, number>()

  constructor(database: Database) {
    this.#database = database
  }

  /**
   * The numbers of these devices, made where they are new. Outside any transaction that locks
   * devices: two that wait for each other's new rows and old locks would never end.
   */
  async of(deviceIds: Iterable<string>): Promise<ReadonlyMap<string, number>> {
    const unknown = [...new Set(deviceIds)].filter((deviceId) => !this.#byId.has(deviceId)).sort()
    if (unknown.length > 0) {
      await this.#database.query(
        // Asked first, since a conflict would use up a number.
        `INSERT INTO devices (device_id) SELECT id FROM unnest($1::text[]) AS id
         WHERE NOT EXISTS (SELECT FROM devices WHERE device_id = id)
         ON CONFLICT (device_id) DO NOTHING`,
        [unknown],
      )
      const rows = await this.#database.query<{ no: number; device_id: string }>(
        'SELECT no, device_id FROM devices WHERE device_id = ANY ($1)',
        [unknown],
      )
      for (const { no, device_id } of rows) this.#byId.set(device_id, no)
    }
    return this.#byId
  }
}

/** Locks the devices' rows until the transaction ends, always in the same order. */
export async function lockDevices(
  client: Client,
  numbers: Iterable<number>,
): Promise<Map<number, DeviceRecord>> {
  const { rows } = await client.query<{ no: number; newest_at: number | null }>(
    'SELECT no, newest_at FROM devices WHERE no = ANY ($1::int[]) ORDER BY no FOR UPDATE',
    [[...new Set(numbers)]],
  )
  return new Map(
    rows.map(({ no, newest_at }) => [
      no,
      {
        no,
        newestAt: newest_at ?? Number.NEGATIVE_INFINITY,
        added: 0,
        dirtySince: Number.POSITIVE_INFINITY,
      },
    ]),
  )
}

export async function writeDevices(client: Client, devices: Iterable<DeviceRecord>): Promise<void> {
  const changed = [...devices].filter(
    ({ added, dirtySince }) => added > 0 || Number.isFinite(dirtySince),
  )
  if (changed.length === 0) return
  await client.query(
    `UPDATE devices d SET
       reading_count = reading_count + added,
       newest_at = greatest(d.newest_at, u.newest_at),
       dirty_since = least(d.dirty_since, u.dirty_since)
     FROM unnest($1::int[], $2::int[], $3::bigint[], $4::bigint[])
       AS u (no, added, newest_at, dirty_since)
     WHERE d.no = u.no`,
    [
      changed.map(({ no }) => no),
      changed.map(({ added }) => added),
      changed.map(({ newestAt }) => finite(newestAt)),
      changed.map(({ dirtySince }) => finite(dirtySince)),
    ],
  )
}

const finite = (at: number) => (Number.isFinite(at) ? at : null)
