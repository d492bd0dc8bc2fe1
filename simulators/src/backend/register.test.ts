import { afterEach, beforeEach, expect, test } from 'vitest'
import { anyFleet } from '../fleet/any-fleet.ts'
import { registrationOf } from '../fleet/registration-of.ts'
import { HOUR_MS } from '../world/time.ts'
import { apiClient } from './api-client.ts'
import { type FakeBackend, startBackend, TOKEN } from './backend.fixture.ts'
import { register } from './register.ts'

let backend: FakeBackend
beforeEach(async () => {
  backend = await startBackend()
})
afterEach(() => backend.stop())

const startAt = Date.UTC(2026, 10, 1)
const wish = { seed: 1, containers: 5, startAt, endAt: startAt + 24 * HOUR_MS, emptyEveryDays: 10 }
const fleet = registrationOf(anyFleet(wish), startAt, HOUR_MS)
const client = (token = TOKEN) => apiClient(`${backend.url}/`, token)

test('registers all in the order of their references, devices since before their first reading', async () => {
  const secrets = await register(client(), fleet)
  expect(backend.posts.map(({ path }) => path)).toEqual([
    '/depots',
    ...Array(3).fill('/vehicles'),
    ...fleet.sites.map(() => '/sites'),
    ...Array(5).fill('/containers'),
    ...Array(5).fill('/devices'),
  ])
  const device = backend.posts.find(({ body }) => body.id === 'sim-0003')?.body
  expect(device).toMatchObject({
    container_id: 'bin-0003',
    from: new Date(startAt - HOUR_MS).toISOString(),
    config: { report_s: 3_600, measure_s: 3_600 },
  })
  const container = backend.posts.find(({ body }) => body.id === 'bin-0003')?.body
  expect(container).toMatchObject({
    location: { type: 'Point', coordinates: [expect.any(Number), expect.any(Number)] },
    capacity_l: expect.any(Number),
    empty_distance_mm: expect.any(Number),
    full_distance_mm: expect.any(Number),
  })
  expect(secrets).toEqual(backend.secrets)
  expect(secrets.size).toBe(5)
})

test('a second time it leaves everything as it is and renews the secrets alone', async () => {
  const first = await register(client(), fleet)
  const posts = backend.posts.length
  const second = await register(client(), fleet)
  const again = backend.posts.slice(posts).map(({ path }) => path)
  expect(again.toSorted()).toEqual(
    [1, 2, 3, 4, 5].map((number) => `/devices/sim-000${number}/secret`),
  )
  expect(second).toEqual(backend.secrets)
  expect(second).not.toEqual(first)
})

test('a refusal says what was asked and what was wrong', async () => {
  await expect(register(client('wrong'), fleet)).rejects.toThrow(
    'GET /depots/depot-haacht: 401 unauthorised: no valid token',
  )
})

test('a backend that is not there is named', async () => {
  await backend.stop()
  await expect(register(client(), fleet)).rejects.toThrow(
    `cannot reach ${backend.url}/api/v1/depots/depot-haacht`,
  )
})
