// A small fleet, through the API's own doors where that is short.
import type { ContainerState } from '@bakwacht/domain'
import { NOON } from '@bakwacht/domain/fixture'
import type { ReadingToCommit } from '@bakwacht/telemetry'
import type { TestApi } from './api.fixture.ts'

export const point = (lon: number, lat: number) => ({ type: 'Point', coordinates: [lon, lat] })

export const bin = (id: string, given: Readonly<Record<string, unknown>> = {}) => ({
  id,
  name: `Container ${id}`,
  location: point(4.7, 50.88),
  capacity_l: 2200,
  ...given,
})

/** A depot, a van and containers. */
export async function seed(t: TestApi, ids: readonly string[] = ['bin-1']): Promise<void> {
  const depot = { id: 'leuven', name: 'Leuven', location: point(4.72, 50.89) }
  const van = { id: 'van-1', name: 'Van 1', depot_id: 'leuven', payload_kg: 1100, volume_l: 12_000 }
  await add(t, 'depots', depot)
  await add(t, 'vehicles', van)
  for (const id of ids) await add(t, 'containers', bin(id))
}

export async function add(t: TestApi, path: string, body: unknown): Promise<void> {
  const { status, text } = await t.ask('POST', `/api/v1/${path}`, { body })
  if (status !== 201) throw new Error(`POST ${path}: got ${status} ${text}`)
}

export const applyState = (
  t: TestApi,
  state: ContainerState,
  episodes: Parameters<TestApi['registry']['states']['apply']>[0][number]['episodes'] = [],
) => t.registry.states.apply([{ state, alertsSince: 0, episodes }], NOON)

export const reading = (
  deviceId: string,
  observedAt: number,
  distanceMm: number,
): ReadingToCommit => ({
  reading: {
    deviceId,
    observedAt,
    receivedAt: NOON,
    distanceMm,
    fillPct: null,
    tempC: 8.4,
    rhPct: 81.2,
    batteryV: 3.58,
    rssiDbm: -101,
    tiltDeg: null,
    lidOpens: null,
    seq: null,
    flags: 0,
  },
  stampedByServer: false,
  contentHash: distanceMm ?? 0,
})
