import type { Container } from '@bakwacht/domain'
import { expect, test } from 'vitest'
import { openApi, type TestApi } from '../api.fixture.ts'
import { bin, point, seed } from '../fleet.fixture.ts'

const PATH = '/api/v1/containers/import'

const feature = (properties: object, lon = 4.7) => ({
  type: 'Feature',
  geometry: point(lon, 50.88),
  properties,
})
const collection = (...features: unknown[]) =>
  JSON.stringify({ type: 'FeatureCollection', features })
const send = (t: TestApi, type: string, text: string | Buffer, query = '') =>
  t.ask('POST', `${PATH}${query}`, { raw: { type, text } })
const geojson = 'application/geo+json'

const idsOf = async (t: TestApi) => (await t.registry.containers.all()).map(({ id }) => id)

test('a GeoJSON file becomes containers; again, it changes nothing', async () => {
  await using t = await openApi()
  const file = collection(feature({ id: '108369', name: 'Haverkamp', capacity_l: 2200 }), {
    ...feature({ name: 'Schenkweg', capacity_l: 2200 }),
    id: 108392,
  })
  const first = await send(t, geojson, file)
  expect(first).toMatchObject({
    status: 200,
    json: { dry_run: false, created: 2, updated: 0, unchanged: 0 },
  })
  expect((await send(t, geojson, file)).json).toMatchObject({
    created: 0,
    updated: 0,
    unchanged: 2,
  })
  expect(await idsOf(t)).toEqual(['108369', '108392'])
})

test('a dry run says what would happen and stores nothing', async () => {
  await using t = await openApi()
  const file = collection(feature({ id: 'a', name: 'A', capacity_l: 2200 }))
  const { json } = await send(t, geojson, file, '?dry_run=true')
  expect(json).toEqual({
    dry_run: true,
    created: 1,
    updated: 0,
    unchanged: 0,
    changes: [{ row: 0, id: 'a', name: 'A', created: true, fields: [] }],
  })
  expect(await idsOf(t)).toEqual([])
})

test('a dry run names what would differ, from what to what', async () => {
  await using t = await openApi()
  await send(t, geojson, collection(feature({ id: 'a', name: 'A', capacity_l: 2200 })))
  const file = 'id,name,capacity_l,lon,lat\na,A,1800,4.8,50.88\nb,B,2200,4.7,50.88\n'
  const { json } = await send(t, 'text/csv', file, '?dry_run=true')
  expect(json).toMatchObject({ created: 1, updated: 1, unchanged: 0 })
  expect(json.changes).toEqual([
    {
      row: 2,
      id: 'a',
      name: 'A',
      created: false,
      fields: [
        { field: 'location', from: point(4.7, 50.88), to: point(4.8, 50.88) },
        { field: 'capacity_l', from: 2200, to: 1800 },
      ],
    },
    { row: 3, id: 'b', name: 'B', created: true, fields: [] },
  ])
  expect((await t.ask('GET', '/api/v1/containers/a')).json.capacity_l).toBe(2200)
})

test('a container that is older than notes is unchanged by a file that names none', async () => {
  await using t = await openApi()
  const file = collection(feature({ id: 'a', name: 'A', capacity_l: 2200 }))
  await send(t, geojson, file)
  const { note: _, ...older } = (await t.registry.containers.find('a')) ?? {}
  await t.registry.containers.put([older as Container])
  const dry = await send(t, geojson, file, '?dry_run=true')
  expect(dry.json).toMatchObject({ updated: 0, unchanged: 1, changes: [] })
  expect((await send(t, geojson, file)).json).toMatchObject({ updated: 0, unchanged: 1 })
})

test('one bad row stops all, and every bad row is named with what was got and wanted', async () => {
  await using t = await openApi()
  const { status, json } = await send(
    t,
    geojson,
    collection(
      feature({ id: 'a', name: 'A', capacity_l: 2200 }),
      feature({ id: 'b', name: 'B', capacity_l: -5 }),
      feature({ id: 'a', name: 'A again', capacity_l: 2200 }),
      feature({ id: 'c', name: 'C', capacity_l: 2200, depot_id: 'nowhere' }, 4.71),
      feature({ id: 'd', name: 'D', capacity_l: 2200, colour: 'green' }),
      feature({ name: 'E', capacity_l: 2200 }, 999),
    ),
  )
  expect(status).toBe(422)
  expect(json).toMatchObject({ code: 'import_rejected', detail: '5 bad rows' })
  expect(json.errors.map(({ row, field }: { row: number; field: string }) => [row, field])).toEqual(
    [
      [1, 'capacity_l'],
      [2, 'id'],
      [3, 'depot_id'],
      [4, 'colour'],
      [5, 'id'],
      [5, 'location.coordinates.0'],
    ],
  )
  expect(json.errors[0]).toEqual({
    in: 'row',
    row: 1,
    field: 'capacity_l',
    got: '-5',
    wanted: 'at least 0',
  })
  expect(await idsOf(t)).toEqual([])
})

test('a spreadsheet’s CSV is understood: semicolons, decimal commas, a BOM, empty cells', async () => {
  await using t = await openApi()
  await seed(t, [])
  const csv = [
    '\uFEFFid;name;lon;lat;capacity_l;depot_id;vehicle_types;active;access',
    'a;"Markt; 12";4,7009;50,8798;2200;leuven;van|crane;true;"[{""days"":[1,2],""from"":""07:00"",""to"":""16:00""}]"',
    '',
    'b;Station;4,72;50,88;1800;;;;',
  ].join('\r\n')
  expect((await send(t, 'text/csv; charset=utf-8', csv)).json).toMatchObject({ created: 2 })
  expect((await t.ask('GET', '/api/v1/containers/a')).json).toMatchObject({
    name: 'Markt; 12',
    location: point(4.7009, 50.8798),
    depot_id: 'leuven',
    vehicle_types: ['van', 'crane'],
    access: [{ days: [1, 2], from: '07:00', to: '16:00' }],
  })
  expect((await t.ask('GET', '/api/v1/containers/b')).json).toMatchObject({
    depot_id: null,
    vehicle_types: null,
    active: true,
  })
})

test('litres and millimetres in a file with decimal commas may have points between thousands', async () => {
  await using t = await openApi()
  const csv =
    'id;name;lon;lat;capacity_l;empty_distance_mm;service_min\na;A;4.700;50,880;2.500;1.800;6,5\n'
  expect((await send(t, 'text/csv', csv)).json).toMatchObject({ created: 1 })
  expect((await t.ask('GET', '/api/v1/containers/a')).json).toMatchObject({
    location: point(4.7, 50.88),
    capacity_l: 2500,
    empty_distance_mm: 1800,
    service_min: 6.5,
  })
})

test('types of vehicles may have blanks in them, as they have when they are exported', async () => {
  await using t = await openApi()
  const csv = 'id,name,lon,lat,capacity_l,vehicle_types\na,A,4.7,50.8,2200,small van | truck\n'
  await send(t, 'text/csv', csv)
  expect((await t.ask('GET', '/api/v1/containers/a')).json.vehicle_types).toEqual([
    'small van',
    'truck',
  ])
})

test('letters are read as what the file is said to be, and never guessed', async () => {
  await using t = await openApi()
  const text = 'id,name,lon,lat,capacity_l\na,Café,4.7,50.8,2200\n'
  const windows = Buffer.from(text, 'latin1')
  expect(await send(t, 'text/csv', windows)).toMatchObject({
    status: 400,
    json: { code: 'malformed_body', detail: expect.stringContaining('not utf-8') },
  })
  expect(await send(t, 'text/csv; charset=klingon', windows)).toMatchObject({
    status: 415,
    json: { detail: expect.stringContaining('got "klingon"') },
  })
  expect(await idsOf(t)).toEqual([])
  for (const [type, bytes] of [
    ['text/csv; charset=windows-1252', windows],
    ['Text/CSV; charset="UTF-16LE"', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['text/csv', Buffer.from(`\uFEFF${text}`)],
  ] as const) {
    expect((await send(t, type, bytes)).status).toBe(200)
    expect((await t.ask('GET', '/api/v1/containers/a')).json.name).toBe('Café')
  }
})

test('a last emptying that is still to come is named, not kept', async () => {
  await using t = await openApi()
  const csv = (at: string) =>
    `id,name,lon,lat,capacity_l,last_emptied_at\na,A,4.7,50.8,2200,${at}\n`
  const { json } = await send(t, 'text/csv', csv('2062-11-20T08:00:00Z'))
  expect(json.errors).toMatchObject([
    { row: 2, field: 'last_emptied_at', got: '2062-11-20T08:00:00.000Z' },
  ])
  expect((await send(t, 'text/csv', csv('2025-11-20T08:00:00Z'))).json).toMatchObject({
    created: 1,
  })
})

test('a GeoJSON file may begin with a BOM', async () => {
  await using t = await openApi()
  const file = `\uFEFF${collection(feature({ id: 'a', name: 'A', capacity_l: 2200 }))}`
  expect((await send(t, geojson, file)).json).toMatchObject({ created: 1 })
})

test('rows of another length than the header are all named; empty cells at the end are nothing', async () => {
  await using t = await openApi()
  const csv = [
    'id,name,lon,lat,capacity_l',
    'a,A,4.7,50.8,2200,,',
    'b,B,4.7',
    'c,C,4.7,50.8,2200,,9',
    ',,,,',
  ].join('\n')
  expect((await send(t, 'text/csv', csv)).json.errors).toEqual([
    { in: 'row', row: 3, field: 'row', got: '3 cells', wanted: '5 cells, as in the header' },
    { in: 'row', row: 4, field: 'row', got: '7 cells', wanted: '5 cells, as in the header' },
  ])
  const good = csv.split('\n').slice(0, 2).join('\n')
  expect((await send(t, 'text/csv', good)).json).toMatchObject({ created: 1 })
})

test('bad rows of a CSV are named by their line', async () => {
  await using t = await openApi()
  const csv = 'id,name,lon,lat,capacity_l\na,A,4.7,50.8,2200\nb,B,4.7,fifty,many\n'
  const { json } = await send(t, 'text/csv', csv)
  expect(json.errors).toEqual([
    expect.objectContaining({ row: 3, field: 'location.coordinates.1', got: '"fifty"' }),
    expect.objectContaining({ row: 3, field: 'capacity_l', got: '"many"', wanted: 'a number' }),
  ])
})

test('what a row does not give, a container that is there keeps', async () => {
  await using t = await openApi()
  await seed(t, [])
  await t.ask('PUT', '/api/v1/containers/a', {
    body: bin('a', { depot_id: 'leuven', service_min: 9 }),
  })
  const csv = 'id,fill_threshold_pct\na,55\n'
  expect((await send(t, 'text/csv', csv)).json).toMatchObject({ updated: 1, created: 0 })
  expect((await t.ask('GET', '/api/v1/containers/a')).json).toMatchObject({
    fill_threshold_pct: 55,
    depot_id: 'leuven',
    service_min: 9,
  })
})

test.each([
  ['no geometry', {}],
  ['null for it', { geometry: null }],
])('a feature with %s changes the rest, but makes no new container', async (_, geometry) => {
  await using t = await openApi()
  await send(t, geojson, collection(feature({ id: 'a', name: 'A', capacity_l: 2200 })))
  const placeless = (id: string) => ({
    type: 'Feature',
    ...geometry,
    properties: { id, name: 'B', capacity_l: 1800 },
  })
  expect((await send(t, geojson, collection(placeless('a')))).json).toMatchObject({ updated: 1 })
  expect((await t.ask('GET', '/api/v1/containers/a')).json.location).toEqual(point(4.7, 50.88))
  expect((await send(t, geojson, collection(placeless('b')))).json.errors).toMatchObject([
    { row: 0, field: 'location', got: 'nothing' },
  ])
})

test('what is no such file is refused, whatever it is', async () => {
  await using t = await openApi()
  const cases = [
    [geojson, '{', 'malformed_body'],
    [geojson, '', 'malformed_body'],
    [geojson, '{"type":"Feature"}', 'import_rejected'],
    [geojson, '{"type":"FeatureCollection","features":[7]}', 'import_rejected'],
    [geojson, '['.repeat(300_000), 'malformed_body'],
    ['text/csv', '', 'import_rejected'],
    ['text/csv', '\r\n\r\n', 'import_rejected'],
    ['text/csv', 'id,colour\na,green\n', 'import_rejected'],
    ['text/csv', 'id,id\na,b\n', 'import_rejected'],
    ['text/csv', '__proto__,id\n1,a\n', 'import_rejected'],
    ['text/csv', 'constructor,id\n1,a\n', 'import_rejected'],
    ['text/csv', 'id,name\na\n', 'import_rejected'],
    ['text/csv', 'id,name\n"a,b\n', 'import_rejected'],
    ['application/xml', '<a/>', 'unsupported_media_type'],
    [geojson, ' '.repeat(10 * 1024 * 1024 + 1), 'too_large'],
  ] as const
  for (const [type, text, code] of cases) {
    const answer = await send(t, type, text)
    expect({ start: text.slice(0, 40), code: answer.json.code }).toEqual({
      start: text.slice(0, 40),
      code,
    })
  }
})
