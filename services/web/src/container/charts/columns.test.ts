import { expect, test } from 'vitest'
import { columnsOf } from './columns.ts'

test('each kind keeps its own times, and none breaks another’s line', () => {
  const { at, columns } = columnsOf([
    { at: [0, 2000], values: [10, 12], gapMs: 5000 },
    { at: [1000, 2000], values: [50, 52], gapMs: 5000 },
  ])
  expect(at).toEqual([0, 1, 2])
  expect(columns).toEqual([
    [10, undefined, 12],
    [undefined, 50, 52],
  ])
})

test('a gap breaks the line in its middle, a missing value alone does not', () => {
  const { at, columns } = columnsOf([
    { at: [0, 1000, 2000, 9000], values: [1, null, 3, 4], gapMs: 3000 },
  ])
  expect(at).toEqual([0, 2, 5.5, 9])
  expect(columns).toEqual([[1, 3, null, 4]])
})
