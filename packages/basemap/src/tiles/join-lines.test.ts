import { expect, test } from 'vitest'
import { joinLines } from './join-lines.ts'

test('pieces in any order and direction become one line', () => {
  const pieces = [
    [20, 0, 30, 0],
    [20, 0, 10, 0],
    [0, 0, 5, 1, 10, 0],
  ]
  const [whole, ...rest] = joinLines(pieces)
  expect(rest).toEqual([])
  const forth = [0, 0, 5, 1, 10, 0, 20, 0, 30, 0]
  expect([forth, [30, 0, 20, 0, 10, 0, 5, 1, 0, 0]]).toContainEqual(whole)
})

test('where three meet, each stays for itself', () => {
  const star = [
    [0, 0, 1, 0],
    [0, 0, 0, 1],
    [0, 0, -1, 0],
  ]
  expect(joinLines(star)).toEqual(star)
})

test('a circle closes once and stays a circle', () => {
  const halves = [
    [0, 0, 1, 1, 2, 0],
    [0, 0, 1, -1, 2, 0],
  ]
  const [circle, ...rest] = joinLines(halves)
  expect(rest).toEqual([])
  expect(circle).toHaveLength(10)
  expect(circle?.slice(0, 2)).toEqual(circle?.slice(-2))
  expect(joinLines([[0, 0, 1, 1, 2, 0, 0, 0]])).toEqual([[0, 0, 1, 1, 2, 0, 0, 0]])
})
