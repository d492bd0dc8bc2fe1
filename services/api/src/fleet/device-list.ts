// Devices with where they sit now; on request also those that nobody registered.
import { wireTime } from '@bakwacht/wire'
import type { ApiContext } from '../context.ts'
import { deviceToWire, strangerToWire } from '../schemas/device.ts'

type Stores = Pick<ApiContext, 'registry' | 'telemetry' | 'clock'>

interface DeviceQuery {
  readonly limit: number
  readonly cursor?: string | undefined
  readonly unassigned: boolean
}

/** Where the device sits now. */
export async function containerOf(
  { registry, clock }: Stores,
  deviceId: string,
): Promise<string | null> {
  const now = clock()
  const [assignment] = await registry.devices.assignments({ deviceId, from: now, to: now + 1 })
  return assignment?.containerId ?? null
}

/** In the order of their ids; the cursor is the last id of the page before. */
export async function listDevices(stores: Stores, query: DeviceQuery) {
  const rows = query.unassigned ? await unassigned(stores) : await registered(stores)
  const after = rows.filter(({ id }) => query.cursor === undefined || id > query.cursor)
  const items = after.slice(0, query.limit)
  return { items, next_cursor: after.length > items.length ? (items.at(-1)?.id ?? null) : null }
}

async function registered({ registry, clock }: Stores) {
  const now = clock()
  const [devices, assignments] = await Promise.all([
    registry.devices.all(),
    registry.devices.assignments({ from: now, to: now + 1 }),
  ])
  const sits = new Map(assignments.map(({ deviceId, containerId }) => [deviceId, containerId]))
  return devices.map((device) => deviceToWire(device, sits.get(device.id) ?? null)).sort(byId)
}

async function unassigned(stores: Stores) {
  const [known, seen] = await Promise.all([registered(stores), stores.telemetry.devicesSeen()])
  const newest = new Map(seen.map(({ deviceId, newestAt }) => [deviceId, wireTime(newestAt)]))
  const ids = new Set(known.map(({ id }) => id))
  const strangers = seen.filter(({ deviceId }) => !ids.has(deviceId))
  return [
    ...known.filter(({ active, container_id }) => active && container_id === null),
    ...strangers.map(({ deviceId }) => strangerToWire(deviceId)),
  ]
    .map((device) => ({ ...device, newest_reading_at: newest.get(device.id) ?? null }))
    .sort(byId)
}

const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1)
