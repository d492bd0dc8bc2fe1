import type { FleetFeature } from '@bakwacht/api/contract'
import { expect, test } from 'vitest'
import { type ContainerFilter, filtered, searchable } from './container-filter.ts'

const bin = (id: string, given: Partial<FleetFeature['properties']> = {}): FleetFeature => ({
  type: 'Feature',
  id,
  geometry: { type: 'Point', coordinates: [4.7, 50.88] },
  properties: {
    id,
    name: id,
    site_id: null,
    municipality: null,
    depot_id: null,
    capacity_l: 2200,
    mark: 'fine',
    fill_pct: 40,
    fill_source: 'sensor',
    full_at: null,
    damp: 'dry',
    battery_low: false,
    last_reading_at: null,
    last_emptied_at: null,
    alerts: [],
    ...given,
  },
})

const fleet = searchable([
  bin('a', { name: 'Café Église', municipality: 'Liège', depot_id: 'oost' }),
  bin('b', { name: 'Kerkplein 3', municipality: 'Leuven', mark: 'must', damp: 'damp' }),
  bin('c', { name: 'Kerkplein 9', mark: 'retired' }),
])

const idsFor = (filter: Partial<ContainerFilter>) =>
  filtered(fleet, { text: '', mark: '', municipality: '', depot: '', ...filter }).map(
    ({ id }) => id,
  )

test('retired ones are shown when they are asked for', () => {
  expect(idsFor({})).toEqual(['a', 'b'])
  expect(idsFor({ mark: 'retired' })).toEqual(['c'])
})

test('every word is sought in name, code and municipality, without accents', () => {
  expect(idsFor({ text: 'eglise liege' })).toEqual(['a'])
  expect(idsFor({ text: 'KERK' })).toEqual(['b'])
  expect(idsFor({ text: 'kerk liege' })).toEqual([])
})

test('state, municipality and depot narrow it down together', () => {
  expect(idsFor({ mark: 'must' })).toEqual(['b'])
  expect(idsFor({ mark: 'damp' })).toEqual(['b'])
  expect(idsFor({ municipality: 'Leuven', mark: 'fine' })).toEqual([])
  expect(idsFor({ depot: 'oost' })).toEqual(['a'])
})
