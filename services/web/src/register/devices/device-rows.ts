// Sensors as the list shows them: where each sits, and whether it is heard.
import type { Alert, Device, FleetFeature } from '@bakwacht/api/contract'

export const HEARD = ['silent', 'waiting', 'fine', 'loose', 'retired'] as const
/** silent: nothing for too long; waiting: no reading yet; loose: sits nowhere. */
export type Heard = (typeof HEARD)[number]

export interface DeviceRow {
  readonly id: string
  readonly heard: Heard
  readonly containerId: string | null
  readonly containerName: string | null
  readonly lastReadingAt: string | null
}

/** What needs somebody first; within that, by code. */
export function deviceRows(
  devices: readonly Device[],
  features: readonly FleetFeature[],
  alerts: readonly Pick<Alert, 'kind' | 'container_id'>[],
): readonly DeviceRow[] {
  const bins = new Map(features.map(({ id, properties }) => [id, properties]))
  const silent = new Set(
    alerts.filter(({ kind }) => kind === 'silent').map((alert) => alert.container_id),
  )
  const rows = devices.map(({ id, active, container_id: containerId }): DeviceRow => {
    const bin = containerId === null ? undefined : bins.get(containerId)
    const lastReadingAt = bin?.last_reading_at ?? null
    return {
      id,
      containerId,
      containerName: bin?.name ?? containerId,
      lastReadingAt,
      heard: heardOf(active, containerId, lastReadingAt, silent),
    }
  })
  return rows.sort((a, b) => HEARD.indexOf(a.heard) - HEARD.indexOf(b.heard))
}

function heardOf(
  active: boolean,
  containerId: string | null,
  lastReadingAt: string | null,
  silent: ReadonlySet<string>,
): Heard {
  if (!active) return 'retired'
  if (containerId === null) return 'loose'
  if (silent.has(containerId)) return 'silent'
  return lastReadingAt === null ? 'waiting' : 'fine'
}

/** @param heard empty: all but those out of use */
export const filteredDevices = (
  rows: readonly DeviceRow[],
  text: string,
  heard: Heard | '',
): readonly DeviceRow[] => {
  const sought = text.trim().toLowerCase()
  return rows.filter(
    (row) =>
      (heard === '' ? row.heard !== 'retired' : row.heard === heard) &&
      `${row.id} ${row.containerName ?? ''}`.toLowerCase().includes(sought),
  )
}
