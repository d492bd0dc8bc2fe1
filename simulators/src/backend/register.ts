// Registers what a simulation needs, as a planner would. What is there already stays as it is;
// only the devices' secrets are renewed, because nobody can read them again.
import { type Answer, type ApiClient, ApiProblem } from './api-client.ts'
import { inParallel } from './in-parallel.ts'

export interface Registration {
  readonly depots: readonly Thing[]
  readonly vehicles: readonly Thing[]
  readonly sites: readonly Thing[]
  readonly containers: readonly Thing[]
  readonly devices: readonly DeviceRegistration[]
}

/** As INTERFACE names its fields, e.g. `capacity_l`. */
export interface Thing {
  readonly id: string
  readonly [field: string]: unknown
}

export interface DeviceRegistration {
  readonly id: string
  readonly containerId: string | undefined
  /** UTC ms since when it sits there: before its first reading. */
  readonly from: number
  readonly reportS: number
}

const AT_A_TIME = 8

/** @returns the devices' secrets by id */
export async function register(
  api: ApiClient,
  { depots, vehicles, sites, containers, devices }: Registration,
  onDone: (count: number) => void = () => {},
): Promise<ReadonlyMap<string, string>> {
  let done = 0
  const counted = (): void => onDone(++done)
  // In this order, because each refers to those before.
  for (const [path, things] of [
    ['/depots', depots],
    ['/vehicles', vehicles],
    ['/sites', sites],
    ['/containers', containers],
  ] as const)
    await inParallel(things, AT_A_TIME, (thing) => addUnlessThere(api, path, thing).then(counted))

  const secrets = new Map<string, string>()
  await inParallel(devices, AT_A_TIME, async (device) => {
    secrets.set(device.id, await registerDevice(api, device))
    counted()
  })
  return secrets
}

async function addUnlessThere(api: ApiClient, path: string, thing: Thing): Promise<void> {
  if ((await api.get(`${path}/${encodeURIComponent(thing.id)}`)) !== undefined) return
  await api.post(path, thing).catch(unlessAlreadyThere)
}

/** @returns its secret */
async function registerDevice(api: ApiClient, device: DeviceRegistration): Promise<string> {
  const path = `/devices/${encodeURIComponent(device.id)}`
  const there = await api.get(path)
  if (there === undefined || there.registered === false) return addDevice(api, device)
  if (device.containerId !== undefined && there.container_id !== device.containerId)
    await api.post(`${path}/assignments`, {
      container_id: device.containerId,
      from: new Date(device.from).toISOString(),
    })
  return secretIn(await api.post(`${path}/secret`, {}), device.id)
}

async function addDevice(api: ApiClient, device: DeviceRegistration): Promise<string> {
  const added = await api.post('/devices', {
    id: device.id,
    ...(device.containerId === undefined
      ? {}
      : { container_id: device.containerId, from: new Date(device.from).toISOString() }),
    config: { report_s: device.reportS, measure_s: device.reportS },
  })
  return secretIn(added, device.id)
}

function secretIn(answer: Answer, deviceId: string): string {
  const { secret } = answer
  if (typeof secret === 'string') return secret
  throw new Error(`the backend gave no secret for device ${deviceId}`)
}

function unlessAlreadyThere(error: unknown): void {
  if (!(error instanceof ApiProblem && error.status === 409)) throw error
}
