// When a reading was taken: the device's word where it can be true, else the time of receipt.
import { flagBit } from '@bakwacht/domain'
import { timestampMs, type WireReading } from '@bakwacht/firmware-contracts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

export const MAX_AHEAD_MS = 10 * MINUTE_MS
export const MAX_BEHIND_MS = 400 * DAY_MS

export interface ObservedTime {
  /** UTC ms. */
  readonly observedAt: number
  readonly stampedByServer: boolean
  readonly flags: number
  /** What a device with a wrong clock said, UTC ms: no time, but it tells its readings apart. */
  readonly refusedMs: number | null
}

export function observedTime(ts: WireReading['ts'], receivedAt: number): ObservedTime {
  const said = ts === undefined ? undefined : timestampMs(ts)
  if (said === undefined) return stamped(receivedAt, flagBit('server_time'), null)
  if (said > receivedAt + MAX_AHEAD_MS || said < receivedAt - MAX_BEHIND_MS)
    return stamped(receivedAt, flagBit('clock_wrong'), said)
  return { observedAt: said, stampedByServer: false, flags: 0, refusedMs: null }
}

const stamped = (at: number, flags: number, refusedMs: number | null): ObservedTime => ({
  observedAt: at,
  stampedByServer: true,
  flags,
  refusedMs,
})
