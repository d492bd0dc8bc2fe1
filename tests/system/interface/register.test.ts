// The register: what must be given, what everything else is by default, how mistakes are answered.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Backend, startBackend } from '../backend.ts'
import { type Answer, ask, point } from './ask.ts'

let backend: Backend
beforeAll(async () => {
  backend = await startBackend()
  expect((await add('/depots', depot)).status).toBe(201)
})
afterAll(async () => {
  expect(await backend.stop()).toBe(0)
  backend.removeData()
})

const depot = { id: 'depot', name: 'Depot', location: point(4.7, 50.88) }
const vehicle = { id: 'van', name: 'Van', depot_id: 'depot', payload_kg: 1100, volume_l: 12_000 }
const container = { id: 'c1', name: 'Kerk', location: point(4.7, 50.9), capacity_l: 2200 }
const site = { id: 's1', name: 'Park', location: point(4.7, 50.9) }

const send = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  ask(backend, method, path, { ...(body !== undefined && { body }), ...(headers && { headers }) })
const add = (path: string, body: object) => send('POST', path, body)
function expectProblem({ status, headers, body }: Answer, wanted: number, code: string) {
  expect([status, body.code]).toEqual([wanted, code])
  expect(headers.get('content-type')).toContain('application/problem+json')
  expect(body).toMatchObject({
    type: expect.any(String),
    title: expect.any(String),
    status: wanted,
    detail: expect.any(String),
  })
}

describe('what is not given has a stated default', () => {
  test.for<[string, object, object]>([
    [
      '/depots',
      { ...depot, id: 'd2' },
      { unload_min: expect.any(Number), open: { from: '06:00', to: '20:00' } },
    ],
    [
      '/vehicles',
      vehicle,
      {
        ...{ type: 'van', shift: { from: '07:30', to: '16:00' }, max_hours: 8, break_min: 30 },
        ...{ cost: { fixed: 25, per_km: 0.6, per_hour: 45 }, unavailable: [], active: true },
      },
    ],
    ['/sites', site, { site_min: expect.any(Number) }],
    [
      '/containers',
      container,
      {
        ...{ fill_threshold_pct: 70, service_min: 6, max_days_between_visits: 28, access: [] },
        ...{ active: true, last_emptied_at: null, empty_distance_mm: null },
      },
    ],
  ])('in %s', async ([path, given, defaults]) => {
    const answer = await add(path, given)
    expect(answer.status).toBe(201)
    expect(answer.body).toMatchObject({ ...given, ...defaults })
    const { id } = answer.body
    expect((await send('GET', `${path}/${id}`)).body).toEqual(answer.body)
    expect((await send('GET', path)).body).toMatchObject({
      items: expect.arrayContaining([answer.body]),
      next_cursor: null,
    })
    expectProblem(await add(path, given), 409, 'already_exists')
    expect((await send('PUT', `${path}/${id}`, { ...given, name: 'Other' })).body.name).toBe(
      'Other',
    )
    for (const field of Object.keys(given)) {
      const { [field as keyof object]: _, ...rest } = {
        ...given,
        id: field === 'id' ? undefined : 'new',
      }
      const refused = await add(path, rest)
      expectProblem(refused, 422, 'invalid_body')
      expect(refused.text).toContain(field)
    }
  })

  test('in /devices: the secret is shown once, and a container given assigns at once', async () => {
    const made = await add('/devices', { id: 'sensor', container_id: 'c1' })
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      id: 'sensor',
      container_id: 'c1',
      secret: expect.any(String),
    })
    const read = await send('GET', '/devices/sensor')
    expect(read.body).toMatchObject({ container_id: 'c1', config: { rev: 1 } })
    expect(read.text + (await send('GET', '/devices')).text).not.toContain(made.body.secret)
    expect((await send('GET', '/devices/sensor/assignments')).body.items).toMatchObject([
      { container_id: 'c1', to: null },
    ])
    expectProblem(await add('/devices', { id: 'sensor' }), 409, 'already_exists')
  })

  test('a device that cannot be assigned is not registered either', async () => {
    expectProblem(
      await add('/devices', { id: 'lost', container_id: 'nowhere' }),
      422,
      'unknown_reference',
    )
    expectProblem(await send('GET', '/devices/lost'), 404, 'not_found')
    const taken = await add('/devices', {
      id: 'second',
      container_id: 'c1',
      from: '2020-01-01T00:00:00Z',
    })
    if (taken.status !== 201) expectProblem(await send('GET', '/devices/second'), 404, 'not_found')
  })
})

describe('a mistake', () => {
  test.for<[string, object]>([
    ['an id with a blank', { id: 'a b' }],
    ['an id of 65 characters', { id: 'x'.repeat(65) }],
    ['an id with a slash', { id: 'a/b' }],
    ['latitude and longitude the other way round', { location: point(50.9, 94.7) }],
    ['a capacity of nothing', { capacity_l: 0 }],
    ['a number as text', { capacity_l: '2200' }],
    [
      'a full bin that is emptier than the empty one',
      { empty_distance_mm: 200, full_distance_mm: 1800 },
    ],
    [
      'an access window that ends before it begins',
      { access: [{ days: [1], from: '16:00', to: '07:00' }] },
    ],
    ['an eighth day', { access: [{ days: [8], from: '07:00', to: '16:00' }] }],
    ['an unknown field', { colour: 'red' }],
    ['a name with a NUL', { name: 'a\u0000b' }],
    ['half a character', { municipality: '\ud800' }],
    ['a time without offset', { last_emptied_at: '2026-11-01T00:00:00' }],
  ])('%s is named', async ([, wrong]) => {
    const refused = await add('/containers', { ...container, id: 'w', ...wrong })
    expectProblem(refused, 422, 'invalid_body')
    expect(refused.text).toContain(Object.keys(wrong).at(-1))
    expectProblem(await send('GET', '/containers/w'), 404, 'not_found')
  })

  test('in a reference, a body, a path or a page is named too', async () => {
    expectProblem(
      await add('/containers', { ...container, id: 'w', depot_id: 'x' }),
      422,
      'unknown_reference',
    )
    expectProblem(
      await add('/vehicles', { ...vehicle, id: 'w', depot_id: 'x' }),
      422,
      'unknown_reference',
    )
    expectProblem(await send('POST', '/containers', '{"id":'), 400, 'malformed_body')
    expectProblem(
      await send('POST', '/containers', '<id/>', { 'content-type': 'application/xml' }),
      415,
      'unsupported_media_type',
    )
    expectProblem(await send('POST', '/containers', `"${'x'.repeat(1_100_000)}"`), 413, 'too_large')
    expectProblem(
      await send('PUT', '/containers/c1', { ...container, id: 'c2' }),
      422,
      'invalid_body',
    )
    expectProblem(await send('GET', '/containers?limit=0'), 400, 'invalid_request')
    expectProblem(await send('GET', '/containers?colour=red'), 400, 'invalid_request')
    expectProblem(await send('GET', '/containers?cursor=%00'), 400, 'invalid_cursor')
    expectProblem(await send('GET', '/containers/%E0%A4%A'), 400, 'invalid_request')
    expectProblem(await send('GET', '/nothing'), 404, 'not_found')
    for (const path of [
      '/containers/x',
      '/containers/x/state',
      '/containers/x/readings',
      '/devices/x',
      '/plans/x',
      '/runs/x',
      '/runs/x.gpx',
      '/vehicles/x',
    ])
      expectProblem(await send('GET', path), 404, 'not_found')
  })
})

test('a list is read page by page, each item once', async () => {
  const feature = (n: number) => ({
    type: 'Feature',
    geometry: point(4.7, 51),
    properties: { id: `p${n}`, name: `P ${n}`, capacity_l: 1000 },
  })
  const features = Array.from({ length: 25 }, (_, n) => feature(n))
  const imported = await send('POST', '/containers/import', { type: 'FeatureCollection', features })
  expect(imported.body).toMatchObject({ created: 25, updated: 0 })
  const ids: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const more: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const { body } = await send('GET', `/containers?limit=7${more}`)
    ids.push(...body.items.map(({ id }: { id: string }) => id))
    cursor = body.next_cursor
  }
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toHaveLength(26)
})

test('DELETE retires: the container stays, is planned and shown no more as active', async () => {
  expect((await send('DELETE', '/containers/c1')).status).toBe(204)
  expect((await send('GET', '/containers/c1')).body).toMatchObject({ id: 'c1', active: false })
  const shown = (await send('GET', '/containers.geojson')).body.features.find(
    ({ id }: { id: string }) => id === 'c1',
  )
  expect(shown.properties.mark).toBe('retired')
  expect((await send('GET', '/containers/c1/readings')).status).toBe(200)
})

describe('an import', () => {
  const csv = (text: string, query = '') =>
    send('POST', `/containers/import${query}`, text, { 'content-type': 'text/csv' })

  test('of CSV is all or nothing, with every bad row named', async () => {
    const refused = await csv(
      'id,name,lon,lat,capacity_l\ni1,One,4.7,51,1000\ni2,Two,4.7,51,big\ni3,,4.7,51,1000\n',
    )
    expectProblem(refused, 422, 'import_rejected')
    expect(refused.body.errors).toMatchObject([
      { row: 3, field: 'capacity_l' },
      { row: 4, field: 'name' },
    ])
    expectProblem(await send('GET', '/containers/i1'), 404, 'not_found')
  })

  test('with dry_run stores nothing, else all', async () => {
    const rows = '\uFEFFid;name;lon;lat;capacity_l\ni1;One;4,7;51,2;1000\n'
    expect((await csv(rows, '?dry_run=true')).body).toMatchObject({ dry_run: true, created: 1 })
    expectProblem(await send('GET', '/containers/i1'), 404, 'not_found')
    expect((await csv(rows)).body).toMatchObject({ dry_run: false, created: 1 })
    expect((await send('GET', '/containers/i1')).body.location).toEqual(point(4.7, 51.2))
    expect((await csv(rows)).body).toMatchObject({ created: 0, updated: 0, unchanged: 1 })
  })
})

test('settings are versioned, and a put on an old version is refused', async () => {
  const before = (await send('GET', '/settings')).body
  const put = await send('PUT', '/settings', { ...before, may_from_pct: 45 })
  expect(put.body).toEqual({ ...before, may_from_pct: 45, version: before.version + 1 })
  expectProblem(await send('PUT', '/settings', before), 412, 'precondition_failed')
})
