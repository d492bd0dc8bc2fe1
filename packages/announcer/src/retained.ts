// What a broker should hold for those who subscribe later. It is always said as it is now, never
// as an event of the past had it: of a retained topic only the last word counts.
import type { Run } from '@bakwacht/domain'
import type { Registry } from '@bakwacht/registry'
import { configMessage, type Message, vehicleRunMessage } from './message.ts'

export type RetainedSource = Pick<Registry, 'devices' | 'vehicles' | 'plans'>

export async function retainedMessages(registry: RetainedSource): Promise<Message[]> {
  const runs = await currentRuns(registry)
  const devices = await registry.devices.all()
  const vehicles = await registry.vehicles.all()
  return [
    ...devices.map(({ id, active, config }) => configMessage(id, active ? config : null)),
    ...vehicles.map(({ id }) => vehicleRunMessage(id, runs.get(id) ?? null)),
  ]
}

export async function configOf({ devices }: RetainedSource, deviceId: string): Promise<Message> {
  const device = await devices.find(deviceId)
  return configMessage(deviceId, device?.active === true ? device.config : null)
}

export async function vehicleRunOf(registry: RetainedSource, vehicleId: string): Promise<Message> {
  const runs = await currentRuns(registry, vehicleId)
  return vehicleRunMessage(vehicleId, runs.get(vehicleId) ?? null)
}

/** Of each vehicle the earliest run that is approved or under way. */
async function currentRuns(
  { plans }: RetainedSource,
  vehicleId?: string,
): Promise<ReadonlyMap<string, Run>> {
  const current = new Map<string, Run>()
  const filter = {
    status: ['approved', 'started'],
    limit: 200,
    ...(vehicleId !== undefined && { vehicleId }),
  } as const
  let page = await plans.runs(filter)
  for (;;) {
    for (const run of page.items) {
      const known = current.get(run.vehicleId)
      if (known === undefined || run.departure < known.departure) current.set(run.vehicleId, run)
    }
    if (page.nextCursor === null) return current
    page = await plans.runs({ ...filter, cursor: page.nextCursor })
  }
}
