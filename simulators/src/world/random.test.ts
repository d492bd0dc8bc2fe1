import { expect, test } from 'vitest'
import { normal, poisson, randomFor } from './random.ts'

const many = <Value>(count: number, draw: () => Value) => Array.from({ length: count }, draw)
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length

test('the same seed and names give the same numbers, any other gives others', () => {
  const numbers = (...names: Parameters<typeof randomFor>) => many(100, randomFor(...names))
  expect(numbers(1, 'bin', 7)).toEqual(numbers(1, 'bin', 7))
  const others = [numbers(2, 'bin', 7), numbers(1, 'bin', 8), numbers(1, 'bin7'), numbers(1)]
  for (const other of others) expect(other).not.toEqual(numbers(1, 'bin', 7))
})

test('numbers are spread evenly over [0, 1)', () => {
  const numbers = many(50_000, randomFor(3))
  const tenths = Array<number>(10).fill(0)
  for (const number of numbers) {
    const tenth = Math.floor(number * 10)
    tenths[tenth] = (tenths[tenth] ?? 0) + 1
  }
  for (const count of tenths) expect(Math.abs(count - 5_000)).toBeLessThan(350)
})

test('normal and Poisson draws have their mean and spread', () => {
  const random = randomFor(4)
  const normals = many(20_000, () => normal(random))
  expect(mean(normals)).toBeCloseTo(0, 1)
  expect(mean(normals.map((value) => value * value))).toBeCloseTo(1, 1)
  const counts = many(20_000, () => poisson(random, 2.5))
  expect(mean(counts)).toBeCloseTo(2.5, 1)
  expect(mean(counts.map((count) => (count - 2.5) ** 2))).toBeCloseTo(2.5, 0)
})
