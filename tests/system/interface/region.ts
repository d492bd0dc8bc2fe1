// A small region that a planner could know by heart: one depot, one van, a few bins with sensors.
import { type Backend, type BackendOptions, startBackend } from '../backend.ts'
import { settled } from '../call.ts'
import { type Answer, ask, point } from './ask.ts'
import { say } from './device.ts'

/** A Monday, 05:00 in Brussels: the day's shift has yet to begin. */
export const MONDAY_05 = '2026-11-23T05:00:00+01:00'
export const MONDAY = '2026-11-23'
export const TUESDAY = '2026-11-24'
const HOUR_MS = 3_600_000

export interface Region {
  readonly backend: Backend
  readonly send: (method: string, path: string, body?: object, headers?: object) => Promise<Answer>
  /** A bin whose sensor has told this fill level, in %, every hour for half a day; `undefined`: says nothing. */
  readonly bin: (id: string, fillPct: number | undefined, fields?: object) => Promise<void>
  readonly vehicle: (id: string, fields?: object) => Promise<void>
  readonly plan: (date?: string) => Promise<Answer>
  readonly change: (
    plan: { readonly id: string; readonly version: number },
    op: object,
    query?: string,
  ) => Promise<Answer>
  readonly end: () => Promise<void>
}

export const stopsOf = (plan: { readonly runs: readonly object[] }) =>
  plan.runs.flatMap((run) => (run as { stops: Stop[] }).stops)
export const containersOf = (plan: { readonly runs: readonly object[] }) =>
  stopsOf(plan).flatMap(({ container_id }) => container_id ?? [])

export interface Stop {
  readonly id: string
  readonly kind: string
  readonly container_id: string | null
  readonly arrival: string
  readonly departure: string
  readonly lock: string
  readonly reason: { readonly code: string; readonly text: string; readonly evidence: object }
}

export async function openRegion(options: BackendOptions = {}, at = MONDAY_05): Promise<Region> {
  const backend = await startBackend({
    ...options,
    env: { BAKWACHT_CLOCK_AT: at, BAKWACHT_PLAN_CRON: '0 4 1 1 *', ...options.env },
  })
  const send: Region['send'] = (method, path, body, headers = {}) =>
    ask(backend, method, path, { ...(body && { body }), headers: { ...headers } })
  const made = async (path: string, body: object) => {
    const { status, text } = await send('POST', path, body)
    if (status !== 201) throw new Error(`POST ${path}: ${status} ${text}`)
  }
  const settings = (await send('GET', '/settings')).body
  await send('PUT', '/settings', { ...settings, plan: { ...settings.plan, solve_seconds: 0.3 } })
  await made('/depots', { id: 'depot', name: 'Depot', location: point(4.7, 50.88) })
  const vehicle: Region['vehicle'] = (id, fields) =>
    made('/vehicles', {
      ...{ id, name: id, depot_id: 'depot', payload_kg: 1100, volume_l: 12_000 },
      ...fields,
    })
  await vehicle('van')
  let count = 0
  const now = Date.parse(at)

  return {
    backend,
    send,
    vehicle,
    async bin(id, fillPct, fields = {}) {
      count++
      await made('/containers', {
        ...{ id, name: `Bin ${id}`, capacity_l: 2200 },
        location: point(4.7 + 0.01 * (count % 7), 50.9 + 0.008 * (count % 5)),
        ...{ last_emptied_at: new Date(now - 9 * 24 * HOUR_MS).toISOString(), ...fields },
      })
      if (fillPct === undefined) return
      const from = new Date(now - 24 * HOUR_MS).toISOString()
      await made('/devices', { id, container_id: id, from })
      const reading = (hour: number) => ({
        ...{ v: 1, ts: now - hour * HOUR_MS, fill_pct: fillPct },
        ...{ temp_c: 6, rh_pct: 60 },
      })
      await say(
        backend,
        id,
        Array.from({ length: 12 }, (_, hour) => reading(12 - hour)),
      )
      await settled(backend)
    },
    plan: (date = MONDAY) => send('POST', '/plans', { date }),
    change: ({ id, version }, op, query = '') =>
      send('PATCH', `/plans/${id}${query}`, { ops: [op] }, { 'if-match': `"${version}"` }),
    async end() {
      const code = await backend.stop()
      backend.removeData()
      if (code !== 0) throw new Error(`got exit code ${code}, wanted 0`)
    },
  }
}
