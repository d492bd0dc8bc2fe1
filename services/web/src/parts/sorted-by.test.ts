import { expect, test } from 'vitest'
import { sortedBy } from './sorted-by.ts'

const sorted = (
  values: readonly (string | number | null)[],
  direction: 'ascending' | 'descending',
) => sortedBy(values, (value) => value, direction)

test('numbers within names sort as numbers, whatever the case', () => {
  expect(sorted(['Bin 10', 'bin 9', 'Bin 1'], 'ascending')).toEqual(['Bin 1', 'bin 9', 'Bin 10'])
})

test('what has no value comes last, both ways round', () => {
  expect(sorted([null, 2, 1], 'ascending')).toEqual([1, 2, null])
  expect(sorted([null, 1, 2], 'descending')).toEqual([2, 1, null])
})
