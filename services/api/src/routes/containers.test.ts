import { expect, test } from 'vitest'
import { openApi } from '../api.fixture.ts'
import { add, bin, seed } from '../fleet.fixture.ts'

const PATH = '/api/v1/containers'

test('a container is added with the stated defaults, read back, and put back as it was read', async () => {
  await using t = await openApi()
  const made = await t.ask('POST', PATH, { body: bin('kerkplein:1') })
  expect(made.status).toBe(201)
  expect(made.headers.location).toBe('/api/v1/containers/kerkplein%3A1')
  expect(made.json).toEqual({
    ...bin('kerkplein:1'),
    site_id: null,
    municipality: null,
    note: null,
    depot_id: null,
    empty_distance_mm: null,
    full_distance_mm: null,
    fill_threshold_pct: 70,
    service_min: 6,
    max_days_between_visits: 28,
    last_emptied_at: null,
    access: [],
    vehicle_types: null,
    active: true,
  })
  expect((await t.ask('GET', `${PATH}/kerkplein%3A1`)).json).toEqual(made.json)
  const put = await t.ask('PUT', `${PATH}/kerkplein%3A1`, { body: made.json })
  expect(put).toMatchObject({ status: 200, json: made.json })
})

test('an id that is taken, or that differs from the path, is refused', async () => {
  await using t = await openApi()
  await add(t, 'containers', bin('bin-1'))
  const again = await t.ask('POST', PATH, { body: bin('bin-1') })
  expect(again).toMatchObject({ status: 409, json: { code: 'already_exists' } })
  const other = await t.ask('PUT', `${PATH}/bin-2`, { body: bin('bin-1') })
  expect(other).toMatchObject({ status: 422, json: { code: 'invalid_body' } })
  const put = await t.ask('PUT', `${PATH}/bin-2`, { body: bin('bin-2') })
  expect(put.status).toBe(201)
})

test('PUT replaces all but the last emptying, which is a fact and stays unless it is given', async () => {
  await using t = await openApi()
  const emptied = '2026-11-20T09:00:00.000Z'
  const full = bin('bin-1', { municipality: 'Leuven', service_min: 9, last_emptied_at: emptied })
  await add(t, 'containers', full)
  const put = await t.ask('PUT', `${PATH}/bin-1`, { body: bin('bin-1') })
  expect(put.json).toMatchObject({ municipality: null, service_min: 6, last_emptied_at: emptied })
  const forgotten = await t.ask('PUT', `${PATH}/bin-1`, {
    body: bin('bin-1', { last_emptied_at: null }),
  })
  expect(forgotten.json.last_emptied_at).toBeNull()
})

test('a last emptying that is still to come is refused: it would keep trucks away till then', async () => {
  await using t = await openApi()
  const body = bin('bin-1', { last_emptied_at: '2062-11-20T09:00:00Z' })
  for (const [method, path] of [
    ['POST', PATH],
    ['PUT', `${PATH}/bin-1`],
  ] as const)
    expect(await t.ask(method, path, { body })).toMatchObject({
      status: 422,
      json: { code: 'invalid_body', errors: [{ field: '/last_emptied_at' }] },
    })
  expect(await t.registry.containers.all()).toEqual([])
})

test('a PUT with If-Match changes what was read, and never what has changed since', async () => {
  await using t = await openApi()
  await seed(t, ['bin-1'])
  for (const path of [`${PATH}/bin-1`, '/api/v1/depots/leuven', '/api/v1/vehicles/van-1']) {
    const read = await t.ask('GET', path)
    const put = (name: string, tag: unknown) =>
      t.ask('PUT', path, { body: { ...read.json, name }, headers: { 'if-match': String(tag) } })
    const first = await put('First', read.headers.etag)
    expect(first).toMatchObject({ status: 200, json: { name: 'First' } })
    expect(await put('Second', read.headers.etag)).toMatchObject({
      status: 412,
      json: { code: 'precondition_failed' },
    })
    expect((await t.ask('GET', path)).json.name).toBe('First')
    expect((await put('Third', first.headers.etag)).status).toBe(200)
    expect((await put('Fourth', '*')).status).toBe(200)
  }
  const missing = await t.ask('PUT', `${PATH}/bin-2`, {
    body: bin('bin-2'),
    headers: { 'if-match': '*' },
  })
  expect(missing.status).toBe(412)
})

test('an emptying that came between reading and writing is not undone', async () => {
  await using t = await openApi()
  await seed(t, ['bin-1'])
  const { json, headers } = await t.ask('GET', `${PATH}/bin-1`)
  const lastEmptiedAt = t.clock.now
  await t.registry.containers.change(
    ['bin-1'],
    (_, before) => before && { ...before, lastEmptiedAt },
  )
  const put = await t.ask('PUT', `${PATH}/bin-1`, {
    body: { ...json, service_min: 9 },
    headers: { 'if-match': String(headers.etag) },
  })
  expect(put.status).toBe(412)
  expect((await t.registry.containers.find('bin-1'))?.lastEmptiedAt).toBe(lastEmptiedAt)
})

test('DELETE retires: it is still there, and not active', async () => {
  await using t = await openApi()
  await add(t, 'containers', bin('bin-1'))
  expect((await t.ask('DELETE', `${PATH}/bin-1`)).status).toBe(204)
  expect((await t.ask('GET', `${PATH}/bin-1`)).json.active).toBe(false)
  expect((await t.ask('DELETE', `${PATH}/bin-2`)).json.code).toBe('not_found')
})

test('a depot or site that does not exist is refused by name', async () => {
  await using t = await openApi()
  const { status, json } = await t.ask('POST', PATH, {
    body: bin('bin-1', { depot_id: 'nowhere' }),
  })
  expect(status).toBe(422)
  expect(json).toMatchObject({
    code: 'unknown_reference',
    errors: [{ field: '/depot_id', got: '"nowhere"' }],
  })
})

test('a full distance that is not below the empty one is refused', async () => {
  await using t = await openApi()
  const body = bin('bin-1', { empty_distance_mm: 300, full_distance_mm: 1800 })
  const { json } = await t.ask('POST', PATH, { body })
  expect(json.errors).toEqual([
    {
      in: 'body',
      field: '/full_distance_mm',
      got: '1800',
      wanted: 'a distance below empty_distance_mm',
    },
  ])
})

test('a list comes page by page, each container once', async () => {
  await using t = await openApi()
  await seed(t, ['a', 'b', 'c', 'd', 'e'])
  const seen: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const more: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const { json } = await t.ask('GET', `${PATH}?limit=2${more}`)
    expect(json.items.length).toBeLessThanOrEqual(2)
    seen.push(...json.items.map(({ id }: { id: string }) => id))
    cursor = json.next_cursor
  }
  expect(seen).toEqual(['a', 'b', 'c', 'd', 'e'])
})

test('sites, depots and vehicles keep what they are given', async () => {
  await using t = await openApi()
  await seed(t)
  const vehicle = await t.ask('GET', '/api/v1/vehicles/van-1')
  expect(vehicle.json).toMatchObject({
    shift: { from: '07:30', to: '16:00' },
    cost: { fixed: 25, per_km: 0.6, per_hour: 45 },
    active: true,
  })
  const away = [{ from: '2026-11-24T00:00:00.000Z', to: '2026-11-25T00:00:00.000Z' }]
  const body = { ...vehicle.json, cost: { fixed: 60 }, unavailable: away }
  const put = await t.ask('PUT', '/api/v1/vehicles/van-1', { body })
  expect(put.json).toEqual({
    ...vehicle.json,
    cost: { fixed: 60, per_km: 0.6, per_hour: 45 },
    unavailable: away,
  })
  const lost = await t.ask('PUT', '/api/v1/vehicles/van-2', {
    body: { ...body, id: 'van-2', depot_id: 'nowhere' },
  })
  expect(lost.json.code).toBe('unknown_reference')
  expect((await t.ask('DELETE', '/api/v1/vehicles/van-1')).status).toBe(204)
  expect((await t.ask('GET', '/api/v1/vehicles/van-1')).json.active).toBe(false)

  await add(t, 'sites', {
    id: 'markt',
    name: 'Markt',
    location: { type: 'Point', coordinates: [4.7, 50.8] },
  })
  expect((await t.ask('GET', '/api/v1/sites')).json.items[0]).toMatchObject({
    id: 'markt',
    site_min: 4,
  })
  expect((await t.ask('GET', '/api/v1/depots/leuven')).json).toMatchObject({
    unload_min: 20,
    open: { from: '06:00', to: '20:00' },
  })
})

test('a request to empty is made once for one Idempotency-Key, and refused with it for another', async () => {
  await using t = await openApi()
  await seed(t)
  const ask = (body: unknown) =>
    t.ask('POST', `${PATH}/bin-1/requests`, { body, headers: { 'idempotency-key': 'call-7' } })
  const [one, two] = await Promise.all([ask({ note: 'full' }), ask({ note: 'full' })])
  expect(one).toMatchObject({
    status: 201,
    json: { kind: 'planner', note: 'full', closed_at: null },
  })
  expect(two?.json).toEqual(one?.json)
  expect((await ask({ note: 'full' })).json).toEqual(one?.json)
  expect((await t.ask('GET', `${PATH}/bin-1/requests`)).json.items).toEqual([one?.json])
  expect((await ask({ note: 'other' })).json.code).toBe('idempotency_key_reused')
  await t.ask('DELETE', `${PATH}/bin-1`)
  expect((await t.ask('POST', `${PATH}/bin-1/requests`, { body: {} })).json.code).toBe('conflict')
})
