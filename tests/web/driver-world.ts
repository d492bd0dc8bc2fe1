// The demo on the morning of its plan, with one run approved and handed to a driver by link.
import { type Asked, ask } from '../system/interface/ask.ts'
import { demoWorld, TODAY, type World } from './demo-world.ts'

export interface StopOfRun {
  readonly id: string
  readonly seq: number
  readonly name: string
  readonly kind: 'container' | 'unload' | 'pickup'
  readonly container_id: string | null
  readonly result: {
    readonly outcome: string
    readonly kg: number | null
    readonly wet_kg: number | null
    readonly note: string | null
    readonly at: string
  } | null
}

export interface RunOfDay {
  readonly id: string
  readonly plan_id: string
  readonly version: number
  readonly status: string
  readonly stops: readonly StopOfRun[]
}

export interface DriverWorld extends World {
  readonly run: RunOfDay
  readonly token: string
  readonly tokenId: string
  /** The run as the service has it now. */
  now(): Promise<RunOfDay>
}

/** @param token of an administrator, where `env` asks for one */
export async function driverWorld(
  env?: Readonly<Record<string, string>>,
  token?: string,
): Promise<DriverWorld> {
  const world = await demoWorld(env)
  const { backend } = world
  const asked: Asked = { ...(token !== undefined && { token }) }
  const [plan] = (await ask(backend, 'GET', `/plans?date=${TODAY}`, asked)).body.items
  // However the search has parted the day: the longest run has room for a test.
  const [{ id }] = plan.runs.toSorted(
    (one: RunOfDay, other: RunOfDay) => other.stops.length - one.stops.length,
  )
  await ask(backend, 'PATCH', `/plans/${plan.id}`, {
    ...asked,
    body: { ops: [{ op: 'approve', run_ids: [id] }] },
    headers: { 'if-match': `"${plan.version}"` },
  })
  const link = (await ask(backend, 'POST', `/runs/${id}/link`, asked)).body
  const now = async () => (await ask(backend, 'GET', `/runs/${id}`, asked)).body as RunOfDay
  return { ...world, run: await now(), token: link.token, tokenId: link.token_id, now }
}
