import { expect, test } from 'vitest'
import { areasOf, signedArea } from './rings.ts'

const square = (left: number, top: number, side: number) =>
  [0, 0, side, 0, side, side, 0, side, 0, 0].map(
    (value, index) => value + (index % 2 === 0 ? left : top),
  )

test('a ring that runs clockwise on a screen has a positive area', () => {
  expect(signedArea(square(3, 4, 10))).toBe(100)
  expect(signedArea([0, 0, 0, 1, 1, 1, 1, 0, 0, 0])).toBe(-1)
})

test('each hole is in the smallest area around it', () => {
  const [lake, pond] = [square(0, 0, 100), square(40, 40, 20)]
  const [island, rock, elsewhere] = [square(30, 30, 40), square(45, 45, 2), square(500, 500, 5)]
  expect(areasOf([lake, pond], [island, rock, elsewhere])).toEqual([
    [lake, island],
    [pond, rock],
  ])
})

test('a hole that touches the border is a hole', () => {
  const outer = square(0, 0, 10)
  const inner = [0, 0, 6, 3, 3, 6, 0, 0]
  expect(areasOf([outer], [inner])).toEqual([[outer, inner]])
})
