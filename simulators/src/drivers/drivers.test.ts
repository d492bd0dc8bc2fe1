import { afterEach, beforeEach, expect, test } from 'vitest'
import { apiClient } from '../backend/api-client.ts'
import { type FakeBackend, startBackend, TOKEN } from '../backend/backend.fixture.ts'
import { Bin } from '../world/bin.ts'
import { ordinaryBin } from '../world/bin-profile.ts'
import { generatedWeather } from '../world/generated-weather.ts'
import { MINUTE_MS } from '../world/time.ts'
import { Drivers } from './drivers.ts'

let backend: FakeBackend
beforeEach(async () => {
  backend = await startBackend()
})
afterEach(() => backend.stop())

const startAt = Date.UTC(2026, 10, 23, 7)
const weather = generatedWeather(1, startAt)
const profile = { ...ordinaryBin, litresPerDay: 0, burstsPerYear: 0 }
const binOf = (id: string, waterKg = 0) =>
  new Bin({
    ...{ id, profile, seed: 1, weather, startAt },
    initial: { kg: 80, litres: 700 },
    gifts: waterKg === 0 ? [] : [{ at: startAt, gift: { litres: 30, kg: 4, waterKg } }],
  })

const stop = (id: string, minute: number, container?: string, result: object | null = null) => ({
  id,
  kind: container === undefined ? 'unload' : 'container',
  container_id: container ?? null,
  departure: new Date(startAt + minute * MINUTE_MS).toISOString(),
  expected_kg: 61.2,
  result,
})
const run = (id: string, status: string, stops: readonly object[]) => ({ id, status, stops })
const resultsAt = (path: string) => backend.posts.filter((post) => post.path === path)

function driversOf(...bins: readonly Bin[]) {
  const byId = new Map(bins.map((bin) => [bin.id, bin]))
  const api = apiClient(backend.url, TOKEN)
  return new Drivers({ api, seed: 1, binOf: (id) => byId.get(id) })
}

test('empties what is due in approved and started runs, weighs it, and reports the departure', async () => {
  const [dry, wet] = [binOf('bin-1'), binOf('bin-2', 6)]
  const drivers = driversOf(dry, wet)
  backend.runs = [
    run('r1', 'approved', [stop('a', 30, 'bin-1'), stop('b', 60, 'bin-2'), stop('c', 90)]),
    run('r2', 'started', [
      stop('d', 20, 'elsewhere'),
      stop('e', 25, 'bin-1', { outcome: 'emptied' }),
    ]),
    run('r3', 'draft', [stop('f', 10, 'bin-1')]),
  ]
  await drivers.round(startAt + 10 * MINUTE_MS)
  expect(backend.posts).toEqual([])

  await drivers.round(startAt + 60 * MINUTE_MS)
  const [a, b, d] = ['r1/stops/a', 'r1/stops/b', 'r2/stops/d'].map(
    (path) => resultsAt(`/runs/${path}/result`)[0],
  )
  expect(a).toMatchObject({
    key: 'r1/a',
    body: { outcome: 'emptied', wet_kg: 0, at: new Date(startAt + 30 * MINUTE_MS).toISOString() },
  })
  expect(Math.abs(Number(a?.body.kg) - 80)).toBeLessThan(4)
  expect(Number(b?.body.wet_kg)).toBeGreaterThan(12)
  expect(d?.body).toMatchObject({ outcome: 'emptied', kg: 61 })
  expect(backend.posts).toHaveLength(3)
  expect([dry.contents.kg, wet.contents.kg]).toEqual([0, 0])

  await drivers.round(startAt + 95 * MINUTE_MS)
  expect(resultsAt('/runs/r1/stops/c/result')[0]?.body).toMatchObject({ outcome: 'unloaded' })
})

test('a result that did not get through goes out again with the same key and the same weight', async () => {
  const bin = binOf('bin-1')
  const drivers = driversOf(bin)
  backend.runs = [run('r1', 'approved', [stop('a', 0, 'bin-1')])]
  backend.refuse = () => 503
  await expect(drivers.round(startAt)).rejects.toThrow('503 refused')
  expect(bin.contents.kg).toBe(0)
  backend.refuse = undefined
  await drivers.round(startAt + MINUTE_MS)
  const sent = resultsAt('/runs/r1/stops/a/result')
  expect(sent[0]).toMatchObject({ key: 'r1/a', body: { outcome: 'emptied' } })
  expect(Number(sent[0]?.body.kg)).toBeGreaterThan(70)
  expect(drivers.results).toBe(1)
})

test('a stop that is no longer wanted does not hold up the others', async () => {
  const drivers = driversOf(binOf('bin-1'), binOf('bin-2'))
  backend.runs = [run('r1', 'approved', [stop('a', 0, 'bin-1'), stop('b', 0, 'bin-2')])]
  backend.refuse = (path) => (path.includes('/a/') ? 409 : undefined)
  await drivers.round(startAt)
  expect(resultsAt('/runs/r1/stops/b/result')).toHaveLength(1)
})

test('what somebody reports on the driver’s page has happened in the world too, once', async () => {
  const [bin, long] = [binOf('bin-1'), binOf('bin-2')]
  const drivers = driversOf(bin, long)
  const past = stop('b', 60, 'bin-2', { outcome: 'emptied' })
  backend.runs = [run('r1', 'started', [stop('a', 60, 'bin-1'), past])]
  await drivers.round(startAt)
  backend.runs = [run('r1', 'done', [stop('a', 60, 'bin-1', { outcome: 'emptied' }), past])]
  for (const minute of [10, 70]) await drivers.round(startAt + minute * MINUTE_MS)
  expect(bin.totals.collectedKg).toBeGreaterThan(70)
  expect([bin.contents.kg, long.totals.collectedKg]).toEqual([0, 0])
  expect(backend.posts).toEqual([])
})
