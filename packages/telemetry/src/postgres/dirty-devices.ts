import type { DirtyDevice } from '../telemetry-store.ts'
import type { Database } from './database.ts'
import { type DeviceNumbers, lockDevices, writeDevices } from './device-numbers.ts'

const WAITS = '(dirty_since IS NOT NULL OR claimed_since IS NOT NULL)'

/** Devices that another process is just writing or claiming are left for the next time. */
export const claimDirty = (database: Database, limit: number, now: number, claimMs: number) =>
  database.query<DirtyDevice>(
    `UPDATE devices d SET dirty_since = NULL, claim_mark = claim_mark + 1, claimed_until = $1,
       claimed_since = least(claimed_since, dirty_since)
     FROM (
       SELECT no FROM devices WHERE ${WAITS} AND (claimed_until <= $2 OR claimed_until > $1)
       ORDER BY least(claimed_since, dirty_since), no LIMIT $3 FOR UPDATE SKIP LOCKED) free
     WHERE d.no = free.no
     RETURNING device_id AS "deviceId", claimed_since AS since, newest_at AS "newestAt",
       claim_mark AS mark`,
    [now + claimMs, now, limit],
  )

export async function settleDirty(
  database: Database,
  numbers: DeviceNumbers,
  devices: readonly DirtyDevice[],
  until: number | null = null,
): Promise<void> {
  const numberOf = await numbers.of(devices.map(({ deviceId }) => deviceId))
  const settled = devices.map(({ deviceId }) => numberOf.get(deviceId) ?? 0)
  await database.transaction(async (client) => {
    await lockDevices(client, settled)
    await client.query(
      `UPDATE devices d SET claimed_until = 0,
         claimed_since = CASE WHEN newest_at >= $3::bigint THEN greatest(claimed_since, $3) END
       FROM unnest($1::int[], $2::bigint[]) AS u (no, mark)
       WHERE d.no = u.no AND claim_mark = mark`,
      [settled, devices.map(({ mark }) => mark), until],
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
    `SELECT count(*) FROM devices WHERE ${WAITS}`,
  )
  return row?.count ?? 0
}
