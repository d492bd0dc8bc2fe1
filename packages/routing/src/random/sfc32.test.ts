import { expect, test } from 'vitest'
import { pick, sfc32 } from './sfc32.ts'

const draw = (seed: number, count: number): number[] => {
  const random = sfc32(seed)
  return Array.from({ length: count }, () => random())
}

test('the same seed gives the same numbers, another seed others', () => {
  expect(draw(42, 100)).toEqual(draw(42, 100))
  expect(draw(42, 5)).not.toEqual(draw(43, 5))
  expect(draw(42, 5)).not.toEqual(draw(42 + 2 ** 32, 5))
})

test('numbers are spread evenly over [0, 1)', () => {
  const counts = new Array<number>(20).fill(0)
  const values = draw(1, 200_000)
  expect(values.every((value) => value >= 0 && value < 1)).toBe(true)
  for (const value of values) {
    const bin = Math.floor(value * 20)
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)
  expect(chiSquare).toBeLessThan(43.8) // 19 degrees of freedom, p = 0.001
})

test('neighbouring seeds and neighbouring numbers are unrelated', () => {
  const a = draw(7, 50_000)
  for (const b of [draw(8, 50_000), a.slice(1).concat(0.5)]) {
    const mean = a.reduce((sum, x, i) => sum + (x - 0.5) * ((b[i] ?? 0) - 0.5), 0) / a.length
    expect(Math.abs(mean * 12)).toBeLessThan(0.02)
  }
})

test('picks every index below the bound', () => {
  const random = sfc32(3)
  expect(new Set(Array.from({ length: 200 }, () => pick(random, 5)))).toEqual(
    new Set([0, 1, 2, 3, 4]),
  )
})
