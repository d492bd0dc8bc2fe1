// The container that a device is taken to sit in, from its first reading on.
import {
  containerDefaults,
  type FoldConfig,
  foldConfigOf,
  type MouldSurface,
  mouldClasses,
  settingsDefaults,
} from '@bakwacht/domain'
import type { DeviceConfig } from '../config/analysis-config.ts'

/** Nobody says where it stands; that matters only for when the sun may shine on it. */
const LOCATION = [4.35, 50.85] as const

export const foldConfigFor = (device: string, firstAt: number, config: DeviceConfig): FoldConfig =>
  foldConfigOf(
    {
      ...containerDefaults,
      ...{ id: device, name: device, location: LOCATION, capacityL: 2500, createdAt: firstAt },
      emptyDistanceMm: config.emptyDistanceMm,
      fullDistanceMm: config.fullDistanceMm,
    },
    {
      ...settingsDefaults,
      damp: {
        ...settingsDefaults.damp,
        mouldClass: config.mouldClass,
        mouldCmat: config.mouldCmat,
      },
    },
    config.timezone,
  )

export const surfaceFor = ({ mouldClass, mouldCmat }: DeviceConfig): MouldSurface => ({
  class: mouldClasses[mouldClass],
  cmat: mouldCmat,
})
