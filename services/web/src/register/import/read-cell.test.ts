import { expect, test } from 'vitest'
import { type Reading, readCell } from './read-cell.ts'

const reading: Reading = {
  language: 'nl',
  depots: [{ id: 'haacht', name: 'Sorteercentrum Haacht' }],
  sites: [],
}
const english: Reading = { ...reading, language: 'en' }

test.each([
  ['lat', '50,8798', 50.8798],
  ['lon', ' 4.7009°', 4.7009],
  ['lat', 'fifty', 'fifty'],
  ['capacity_l', '2.200', 2200],
  ['capacity_l', '2,200', 2200],
  ['capacity_l', '2 200 liter', 2200],
  ['capacity_l', '2200.5', 2200.5],
  ['capacity_l', 'many', 'many'],
  ['service_min', '7,5 min', 7.5],
  ['fill_threshold_pct', '80 %', 80],
  ['depot_id', 'sorteercentrum haacht', 'haacht'],
  ['depot_id', 'haacht', 'haacht'],
  ['depot_id', 'nowhere', 'nowhere'],
  ['last_emptied_at', '3/11/2026', '2026-11-03T12:00:00Z'],
  ['last_emptied_at', '2026-11-03', '2026-11-03T12:00:00Z'],
  ['last_emptied_at', '2026-11-03T07:30:00+01:00', '2026-11-03T07:30:00+01:00'],
  ['vehicle_types', 'van| crane', ['van', 'crane']],
  ['active', 'Ja', true],
  ['active', 'non', false],
  ['active', 'maybe', 'maybe'],
  ['name', 'Markt 12', 'Markt 12'],
] as const)('%s: %s', (field, cell, value) => {
  expect(readCell(field, cell, reading)).toEqual(value)
})

test('access windows stand there as JSON', () => {
  const access = [{ days: [1], from: '07:00', to: '16:00' }]
  expect(readCell('access', JSON.stringify(access), english)).toEqual(access)
})
