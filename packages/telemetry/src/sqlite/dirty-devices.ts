// Which devices have readings that the thresholds have not seen. In the device's own row, which a
// commit writes when they become so. What came before a claim and what came after it are told apart, so that a
// device that never falls silent is not looked at from its first reading on for ever.
import type { DirtyDevice } from '../telemetry-store.ts'
import type { Connection } from './connection.ts'
import type { DeviceCache } from './device-cache.ts'

const WAITS = '(dirty_since IS NOT NULL OR claimed_since IS NOT NULL)'
const SINCE = 'min(coalesce(claimed_since, dirty_since), coalesce(dirty_since, claimed_since))'

export function claimDirty(
  connection: Connection,
  cache: DeviceCache,
  limit: number,
  now: number,
  claimMs: number,
): DirtyDevice[] {
  const claimed = connection
    .prepare<[object], DirtyDevice>(
      `UPDATE devices SET dirty_since = NULL, claim_mark = claim_mark + 1, claimed_until = @until,
         claimed_since = ${SINCE}
       WHERE no IN (
         SELECT no FROM devices WHERE ${WAITS} AND (claimed_until <= @now OR claimed_until > @until)
         ORDER BY ${SINCE}, no LIMIT @limit)
       RETURNING device_id AS deviceId, claimed_since AS since, newest_at AS newestAt, claim_mark AS mark`,
    )
    .all({ until: now + claimMs, now, limit })
  cache.cleared(claimed.map(({ deviceId }) => deviceId))
  return claimed
}

/** A device that became dirty again meanwhile, or has readings from `until` on, stays so, free to be claimed at once. */
export function settleDirty(
  connection: Connection,
  devices: readonly DirtyDevice[],
  until = Number.POSITIVE_INFINITY,
): void {
  const settle = connection.prepare<[DirtyDevice & { readonly until: number }]>(
    `UPDATE devices SET claimed_until = 0,
       claimed_since = CASE WHEN newest_at >= @until THEN max(claimed_since, @until) END
     WHERE device_id = @deviceId AND claim_mark = @mark`,
  )
  connection.transaction(() => {
    for (const device of devices) settle.run({ ...device, until })
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
    cache.flushDirty()
  })()
}

export const dirtyCount = (connection: Connection): number =>
  Number(connection.prepare(`SELECT count(*) FROM devices WHERE ${WAITS}`).pluck().get())
