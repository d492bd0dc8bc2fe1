import { expect, test } from 'vitest'
import { badRows } from './plain-fault.ts'
import type { PreparedRow } from './prepare-import.ts'
import { imports } from './words/en.ts'

const rows: readonly PreparedRow[] = [2, 3].map((at) => ({
  at,
  name: `Bin ${at}`,
  feature: { type: 'Feature', properties: {} },
}))

const said = (field: string, got: string, wanted: string) =>
  badRows([{ in: 'row', row: 1, field, got, wanted }], rows, imports)[0]

test('a bad row has its line, its name, the field and what is wrong in it', () => {
  expect(said('location.coordinates.1', '"fifty"', 'a number')).toEqual({
    at: 3,
    name: 'Bin 3',
    field: 'Latitude (about 50)',
    why: '"fifty" is not a number.',
  })
})

test('a cell of which no place can be read is named once, not for each number', () => {
  const nowhere: PreparedRow = {
    at: 4,
    name: 'Park',
    feature: {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: ['nowhere', 'nowhere'] },
      properties: {},
    },
  }
  const errors = ['0', '1'].map((of) => ({
    in: 'row' as const,
    row: 0,
    field: `location.coordinates.${of}`,
    got: '"nowhere"',
    wanted: 'a number',
  }))
  expect(badRows(errors, [nowhere], imports)).toEqual([
    { at: 4, name: 'Park', field: 'Place', why: '"nowhere" cannot be used.' },
  ])
})

test('what is wrong with the file as a whole is blamed on no row', () => {
  const error = { field: '/features', got: 'nothing', wanted: 'an array' }
  expect(badRows([{ in: 'body', ...error }], rows, imports)).toEqual([])
})

test.each([
  ['name', 'nothing', 'a string', 'Nothing stands there.'],
  ['location', 'nothing', 'an object', 'Nothing stands there.'],
  ['id', '"a"', 'an id that row 0 does not have', '"a" is already used in line 2.'],
  ['capacity_l', '-5', 'at least 0', '-5 is too small: at least 0.'],
  ['fill_threshold_pct', '120', 'at most 100', '120 is too large: at most 100.'],
  [
    'depot_id',
    '"x"',
    'the id of a registered depot',
    '"x" is not in the fleet. Add it there first.',
  ],
  ['active', '"maybe"', 'a boolean', '"maybe" is neither yes nor no.'],
  ['access', '"always"', 'an array', '"always" cannot be used.'],
])('%s: got %s, wanted %s', (field, got, wanted, why) => {
  expect(said(field, got, wanted)?.why).toBe(why)
})
