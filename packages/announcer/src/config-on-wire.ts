import type { DeviceConfig } from '@bakwacht/domain'
import type { WireConfig } from '@bakwacht/firmware-contracts'

export const configOnWire = (config: DeviceConfig): WireConfig => ({
  rev: config.rev,
  report_s: config.reportS,
  measure_s: config.measureS,
})
