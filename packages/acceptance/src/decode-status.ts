// The bridge from a device's status on the wire to the domain's.
import type { DeviceStatus } from '@bakwacht/domain'
import { parseStatus, type RejectedMessage } from '@bakwacht/firmware-contracts'

export type DecodedStatus =
  | { readonly kind: 'status'; readonly status: DeviceStatus }
  | RejectedMessage

/**
 * Never throws.
 * @param receivedAt UTC ms
 */
export function decodeStatus(payload: Uint8Array, receivedAt: number): DecodedStatus {
  const parsed = parseStatus(payload)
  if (parsed.kind === 'rejected') return parsed
  const { online, fw, config_rev } = parsed.status
  return {
    kind: 'status',
    status: { online, firmware: fw ?? null, configRev: config_rev ?? null, at: receivedAt },
  }
}
