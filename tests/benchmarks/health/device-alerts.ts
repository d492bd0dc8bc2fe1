import {
  type AlertEpisode,
  beforeAnyEvent,
  containerDefaults,
  DEVICE_FAULTS,
  type FoldEvent,
  foldConfigOf,
  foldEvents,
  inObservedOrder,
  settingsDefaults,
} from '@bakwacht/domain'

export interface WatchedDevice {
  readonly id: string
  readonly capacityL: number
  readonly emptyMm: number
  readonly fullMm: number
  readonly events: readonly FoldEvent[]
}

const KINDS = new Set<string>([...DEVICE_FAULTS, 'battery_low', 'fire'])

/** What the fold says of a device itself. */
export function deviceAlerts(device: WatchedDevice): readonly AlertEpisode[] {
  const container = {
    ...containerDefaults,
    ...{ id: device.id, name: device.id, location: [8.68, 50.11] as const },
    ...{ emptyDistanceMm: device.emptyMm, fullDistanceMm: device.fullMm },
    ...{ capacityL: device.capacityL, createdAt: device.events[0]?.at ?? 0 },
  }
  const config = foldConfigOf(container, settingsDefaults, 'Europe/Berlin')
  const { episodes } = foldEvents(beforeAnyEvent, inObservedOrder(device.events), config)
  return episodes.filter(({ kind }) => KINDS.has(kind))
}
