import { expect, test } from 'vitest'
import { containersAsCsv } from '../containers/export-containers.ts'
import { decodeText, Workbook } from './decode-text.ts'
import { guessColumns } from './match-columns.ts'
import { missingColumns, type Preparing, prepareImport } from './prepare-import.ts'
import { readFile } from './read-file.ts'

const preparing: Preparing = {
  language: 'nl',
  depots: [],
  sites: [],
  known: new Set(['known']),
  capacityL: 2200,
}

function prepared(text: string, given: Partial<Preparing> = {}) {
  const read = readFile(text)
  if (read.kind !== 'table') throw new Error(read.why)
  return prepareImport(read.table, guessColumns(read.table), { ...preparing, ...given })
}

test('a spreadsheet’s rows become features, counted as the file counts them', () => {
  const rows = prepared(
    '\uFEFFNaam;Breedtegraad;Lengtegraad\r\nKerkplein 3;50,8798;4,7009\r\n\r\nKerkplein 3;50,9;4,8\r\n',
  )
  expect(rows).toEqual([
    {
      at: 2,
      name: 'Kerkplein 3',
      feature: {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [4.7009, 50.8798] },
        properties: { name: 'Kerkplein 3', id: 'kerkplein-3', capacity_l: 2200 },
      },
    },
    expect.objectContaining({
      at: 4,
      feature: expect.objectContaining({
        properties: { name: 'Kerkplein 3', id: 'kerkplein-3-2', capacity_l: 2200 },
      }),
    }),
  ])
})

test('a container that is there keeps what the file does not say', () => {
  const [row] = prepared('id;municipality\nknown;Leuven\n')
  expect(row?.feature).toEqual({
    type: 'Feature',
    properties: { id: 'known', municipality: 'Leuven' },
  })
})

test('a file needs names and places, or codes', () => {
  expect(missingColumns({ name: 0 })).toEqual(['place'])
  expect(missingColumns({ lat: 0 })).toEqual(['name', 'place'])
  expect(missingColumns({ name: 0, place: 1 })).toEqual([])
  expect(missingColumns({ id: 0 })).toEqual([])
})

test('JSON’s numbers are read as JSON writes them, whatever the language', () => {
  const file = JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        id: 7,
        geometry: { type: 'Point', coordinates: [4.123, 50.123] },
        properties: { name: 'A', service_min: 1.125 },
      },
    ],
  })
  expect(prepared(file)[0]?.feature).toMatchObject({
    geometry: { coordinates: [4.123, 50.123] },
    properties: { id: '7', service_min: 1.125 },
  })
})

test.each(['en', 'nl'] as const)('what was exported in %s comes back as it was', (language) => {
  const container = {
    id: 'a',
    name: 'Markt; "12", hoek',
    site_id: null,
    location: { type: 'Point' as const, coordinates: [4.7009, 50.8798] as [number, number] },
    municipality: 'Leuven',
    note: null,
    depot_id: null,
    capacity_l: 2200.5,
    empty_distance_mm: 1800,
    full_distance_mm: null,
    fill_threshold_pct: 70,
    service_min: 6.5,
    max_days_between_visits: 28,
    last_emptied_at: '2026-11-03T12:00:00+01:00',
    access: [{ days: [1, 2], from: '07:00', to: '16:00' }],
    vehicle_types: ['van', 'crane'],
    active: true,
  }
  const [row] = prepared(containersAsCsv([container], language), { language })
  const given = Object.entries(container).filter(
    ([key, value]) => value !== null && key !== 'location',
  )
  expect(row?.feature).toEqual({
    type: 'Feature',
    geometry: container.location,
    properties: Object.fromEntries(given),
  })
})

test('text is read as it was encoded, and a spreadsheet’s own file is known as such', () => {
  const bytes = (...codes: number[]) => new Uint8Array(codes)
  expect(decodeText(bytes(0xc3, 0xa9))).toBe('é')
  expect(decodeText(bytes(0xe9, 0x80))).toBe('é€')
  expect(decodeText(bytes(0xff, 0xfe, 0xe9, 0))).toBe('é')
  expect(() => decodeText(bytes(0x50, 0x4b, 3, 4, 20))).toThrow(Workbook)
})

test.each([
  ['', 'empty'],
  ['{"type":"Feature"}', 'no_geojson'],
  ['{', 'no_geojson'],
  ['name,lat,lon\n', 'no_rows'],
] as const)('%j is no file of containers', (text, why) => {
  expect(readFile(text)).toEqual({ kind: 'unreadable', why })
})
