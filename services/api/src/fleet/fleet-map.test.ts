import { gunzipSync } from 'node:zlib'
import { NOON, state } from '@bakwacht/domain/fixture'
import { expect, test } from 'vitest'
import { ADMIN_TOKEN, openApi, type TestApi } from '../api.fixture.ts'
import { add, applyState, bin, seed } from '../fleet.fixture.ts'
import { fleetSchema } from './feature.ts'

const PATH = '/api/v1/containers.geojson'
const marks = async (t: TestApi) => {
  const { json } = await t.ask('GET', PATH)
  const { features } = fleetSchema.parse(json)
  return Object.fromEntries(features.map(({ id, properties }) => [id, properties.mark]))
}

test('each container has the mark of its state', async () => {
  await using t = await openApi()
  await seed(t, ['full', 'over', 'may', 'fine', 'damp', 'watch', 'blind', 'burning', 'new'])
  await add(t, 'containers', bin('gone', { active: false }))
  const dry = state('x', { pct: 5 })
  await applyState(t, state('full', { pct: 71 }))
  await applyState(t, { ...state('over', { pct: 96 }), fill: { ...dry.fill, pct: 96 } })
  await applyState(t, state('may', { pct: 40 }))
  await applyState(t, state('fine', { pct: 39 }))
  await applyState(t, state('damp', { pct: 5, damp: { ...dry.damp, level: 'damp' } }))
  await applyState(t, state('watch', { pct: 5, damp: { ...dry.damp, level: 'watch' } }))
  await applyState(t, state('blind', { pct: 90, health: { ...dry.health, trustworthy: false } }))
  await applyState(t, state('burning', { pct: 5, health: { ...dry.health, fire: true } }))
  await applyState(t, state('gone', { pct: 99 }))
  expect(await marks(t)).toEqual({
    full: 'must',
    over: 'must',
    may: 'may',
    fine: 'fine',
    damp: 'must',
    watch: 'may',
    blind: 'unknown',
    burning: 'alarm',
    new: 'unknown',
    gone: 'retired',
  })
})

test('it is 304 while nothing has changed, and new after every change that it shows', async () => {
  await using t = await openApi()
  await seed(t, ['bin-1'])
  let etag = ''
  const changed = async () => {
    const { status, headers } = await t.ask('GET', PATH, { headers: { 'if-none-match': etag } })
    etag = String(headers.etag)
    return status === 200
  }
  expect(await changed()).toBe(true)
  expect(await changed()).toBe(false)
  await applyState(t, state('bin-1', { pct: 20 }))
  expect(await changed()).toBe(true)
  expect(await changed()).toBe(false)
  await t.ask('PUT', '/api/v1/containers/bin-1', { body: bin('bin-1', { name: 'Markt' }) })
  expect(await changed()).toBe(true)
  const settings = (await t.ask('GET', '/api/v1/settings')).json
  await t.ask('PUT', '/api/v1/settings', { body: { ...settings, may_from_pct: 10 } })
  expect(await changed()).toBe(true)
  expect(await marks(t)).toEqual({ 'bin-1': 'may' })
  const episode = { kind: 'silent', raisedAt: NOON - 1000, clearedAt: null, evidence: {} } as const
  await applyState(t, state('bin-1', { pct: 20 }), [episode])
  expect(await changed()).toBe(true)
  const { json } = await t.ask('GET', PATH)
  expect(json.features[0].properties).toMatchObject({ name: 'Markt', alerts: ['silent'] })
})

test('it says what is known with its time, and nothing where nothing is known', async () => {
  await using t = await openApi()
  await seed(t, ['bin-1', 'bin-2'])
  await applyState(t, state('bin-1', { pct: 20.55 }))
  const { json, headers } = await t.ask('GET', PATH)
  expect(headers['content-type']).toContain('application/geo+json')
  expect(json.features[0]).toMatchObject({
    geometry: { type: 'Point', coordinates: [4.7, 50.88] },
    properties: {
      fill_pct: 20.6,
      fill_source: 'sensor',
      last_reading_at: '2026-11-23T11:00:00.000Z',
    },
  })
  expect(json.features[1].properties).toMatchObject({
    fill_pct: null,
    damp: 'unknown',
    last_reading_at: null,
    mark: 'unknown',
  })
})

test('who unpacks gets it packed, under a tag of its own', async () => {
  await using t = await openApi()
  await seed(t, ['bin-1', 'bin-2'])
  const plain = await t.ask('GET', PATH)
  const { app } = t.api
  const headers = { 'accept-encoding': 'gzip, br', authorization: `Bearer ${ADMIN_TOKEN}` }
  const packed = await app.inject({ url: PATH, headers })
  expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' })
  expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.text)
  expect(packed.headers.etag).not.toBe(plain.headers.etag)
  const known = { ...headers, 'if-none-match': String(packed.headers.etag) }
  expect(await app.inject({ url: PATH, headers: known })).toMatchObject({ statusCode: 304 })
})

test('5,000 containers are one answer', async () => {
  await using t = await openApi()
  const containers = Array.from({ length: 5000 }, (_, at) => bin(`bin-${at}`))
  const features = containers.map(({ location, ...properties }) => ({
    type: 'Feature',
    geometry: location,
    properties,
  }))
  const text = JSON.stringify({ type: 'FeatureCollection', features })
  const imported = await t.ask('POST', '/api/v1/containers/import', {
    raw: { type: 'application/geo+json', text },
  })
  expect(imported.json.created).toBe(5000)
  await t.registry.states.apply(
    containers.map(({ id }) => ({ state: state(id, { pct: 50 }), alertsSince: 0, episodes: [] })),
    NOON,
  )
  const { json } = await t.ask('GET', PATH)
  expect(json.features).toHaveLength(5000)
})
