// The container that a device is taken to sit in, from its first reading on.
import {
  type Container,
  containerDefaults,
  type MouldSurface,
  mouldClasses,
  type Settings,
  settingsDefaults,
} from '@bakwacht/domain'
import type { DeviceConfig } from '../config/analysis-config.ts'

/** Nobody says where it stands; that matters only for when the sun may shine on it. */
const LOCATION = [4.35, 50.85] as const

export const containerFor = (
  device: string,
  firstAt: number,
  { emptyDistanceMm, fullDistanceMm }: DeviceConfig,
): Container => ({
  ...containerDefaults,
  ...{ id: device, name: device, location: LOCATION, capacityL: 2500, createdAt: firstAt },
  ...{ emptyDistanceMm, fullDistanceMm },
})

export const settingsFor = ({ mouldClass, mouldCmat }: DeviceConfig): Settings => ({
  ...settingsDefaults,
  damp: { ...settingsDefaults.damp, mouldClass, mouldCmat },
})

export const surfaceFor = ({ mouldClass, mouldCmat }: DeviceConfig): MouldSurface => ({
  class: mouldClasses[mouldClass],
  cmat: mouldCmat,
})
