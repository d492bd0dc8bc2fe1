import { expect, test } from 'vitest'
import { joinRings } from './join-rings.ts'

test('ways in any order and direction close to rings', () => {
  expect(
    joinRings([
      [1, 2, 3],
      [5, 4, 3],
      [5, 1],
      [7, 8, 9, 7],
    ]),
  ).toEqual([
    [1, 2, 3, 4, 5, 1],
    [7, 8, 9, 7],
  ])
})

test('what does not close is left out, and what is missing too', () => {
  expect(joinRings([[1, 2, 3], [3, 4], [], [5]])).toEqual([])
  expect(joinRings([[1, 2, 1]])).toEqual([])
})

test('two rings that touch are both there', () => {
  const rings = joinRings([
    [1, 2, 3, 1],
    [1, 4, 5, 1],
  ])
  expect(rings).toHaveLength(2)
})
