import type { DirtyDevice } from '../telemetry-store.ts'
import type { Database } from './database.ts'
import { type DeviceNumbers, lockDevices, writeDevices } from './device-numbers.ts'

/** Devices that another process is just writing or claiming are left for the next time. */
export const claimDirty = (database: Database, limit: number, now: number, claimMs: number) =>
  database.query<{ deviceId: string; since: number; mark: number }>(
    `UPDATE devices d SET claimed_until = $1 FROM (
       SELECT no FROM devices WHERE dirty_since IS NOT NULL AND claimed_until <= $2
       ORDER BY no LIMIT $3 FOR UPDATE SKIP LOCKED) free
     WHERE d.no = free.no
     RETURNING device_id AS "deviceId", dirty_since AS since, dirty_mark AS mark`,
    [now + claimMs, now, limit],
  )

export async function settleDirty(
  database: Database,
  numbers: DeviceNumbers,
  devices: readonly DirtyDevice[],
): Promise<void> {
  const numberOf = await numbers.of(devices.map(({ deviceId }) => deviceId))
  const settled = devices.map(({ deviceId }) => numberOf.get(deviceId) ?? 0)
  await database.transaction(async (client) => {
    await lockDevices(client, settled)
    await client.query(
      `UPDATE devices d SET claimed_until = 0,
         dirty_since = CASE WHEN dirty_mark = mark THEN NULL ELSE dirty_since END
       FROM unnest($1::int[], $2::bigint[]) AS u (no, mark)
       WHERE d.no = u.no AND dirty_since IS NOT NULL`,
      [settled, devices.map(({ mark }) => mark)],
    )
  })
}

export async function markDirty(
  database: Database,
  numbers: DeviceNumbers,
  marks: readonly { readonly deviceId: string; readonly since: number }[],
): Promise<void> {
  const numberOf = await numbers.of(marks.map(({ deviceId }) => deviceId))
  await database.transaction(async (client) => {
    const devices = await lockDevices(client, numberOfAll(marks, numberOf))
    for (const { deviceId, since } of marks) {
      const device = devices.get(numberOf.get(deviceId) ?? 0)
      if (device) device.dirtySince = Math.min(device.dirtySince, since)
    }
    await writeDevices(client, devices.values())
  })
}

const numberOfAll = (
  marks: readonly { readonly deviceId: string }[],
  numberOf: ReadonlyMap<string, number>,
) => marks.map(({ deviceId }) => numberOf.get(deviceId) ?? 0)

export async function dirtyCount(database: Database): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    'SELECT count(*) FROM devices WHERE dirty_since IS NOT NULL',
  )
  return row?.count ?? 0
}
