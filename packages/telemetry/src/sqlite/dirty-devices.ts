// Which devices have readings that the thresholds have not seen. In the device's own row, so that
// a commit writes it once.
import type { DirtyDevice } from '../telemetry-store.ts'
import type { Connection } from './connection.ts'
import type { DeviceCache } from './device-cache.ts'

export function claimDirty(
  connection: Connection,
  limit: number,
  now: number,
  claimMs: number,
): DirtyDevice[] {
  return connection
    .prepare<[object], DirtyDevice>(
      `UPDATE devices SET claimed_until = @until WHERE no IN (
         SELECT no FROM devices WHERE dirty_since IS NOT NULL AND claimed_until <= @now
         ORDER BY no LIMIT @limit)
       RETURNING device_id AS deviceId, dirty_since AS since, dirty_mark AS mark`,
    )
    .all({ until: now + claimMs, now, limit })
}

/** A device that became dirty again meanwhile stays so, free to be claimed at once. */
export function settleDirty(connection: Connection, devices: readonly DirtyDevice[]): void {
  const settle = connection.prepare<[DirtyDevice]>(
    `UPDATE devices SET claimed_until = 0,
       dirty_since = CASE WHEN dirty_mark = @mark THEN NULL ELSE dirty_since END
     WHERE device_id = @deviceId AND dirty_since IS NOT NULL`,
  )
  connection.transaction(() => {
    for (const device of devices) settle.run(device)
  })()
}

export function markDirty(
  connection: Connection,
  cache: DeviceCache,
  devices: readonly { readonly deviceId: string; readonly since: number }[],
): void {
  connection.transaction(() => {
    for (const { deviceId, since } of devices) {
      const device = cache.use(deviceId)
      device.dirtySince = Math.min(device.dirtySince, since)
    }
    cache.flush()
  })()
}

export const dirtyCount = (connection: Connection): number =>
  Number(
    connection.prepare('SELECT count(*) FROM devices WHERE dirty_since IS NOT NULL').pluck().get(),
  )
