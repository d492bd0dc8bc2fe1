import { expect, test } from 'vitest'
import { Cooling } from './cooling.ts'

const JOBS = 10

/** How far the search has cooled after each of so many iterations, and after which ones it began anew. */
function cooled(iterations: number, mayRepeat = true) {
  const cooling = new Cooling(JOBS, mayRepeat)
  const heights: number[] = []
  const begins: number[] = []
  for (let done = 1; done <= iterations; done++) {
    const share = done / iterations
    heights.push(cooling.look({ share, iterations: done, isWhole: true, next: () => true }))
    if (cooling.beganAnew) begins.push(done)
  }
  return { heights, begins }
}

test('few iterations a job are one cooling from hot to cold', () => {
  const { heights, begins } = cooled(3_900 * JOBS)
  expect(begins).toEqual([])
  expect(heights.every((height, i) => height === (i + 1) / (3_900 * JOBS))).toBe(true)
})

test('many are four, the later ones from less heat', () => {
  const { heights, begins } = cooled(5_000 * JOBS)
  expect(begins).toHaveLength(3)
  for (const [i, begin] of begins.entries()) {
    expect(begin).toBeCloseTo(5_000 + (i + 1) * 11_250, -1)
    expect(heights[begin - 2]).toBeCloseTo(1, 3)
    expect(heights[begin - 1]).toBeCloseTo(0.2, 3)
    expect(heights[begin - 1 + 5_625]).toBeCloseTo(0.6, 3)
  }
  expect(heights.at(-1)).toBe(1)
})

test('it cools without a leap until it begins anew', () => {
  const { heights, begins } = cooled(5_000 * JOBS)
  const first = heights.slice(0, (begins[0] ?? 0) - 1)
  for (const [i, height] of first.entries()) {
    expect(height).toBeGreaterThan(first[i - 1] ?? 0)
    expect(height - (first[i - 1] ?? 0)).toBeLessThan(1e-4)
  }
})

test('a search that may not repeat it cools once', () => {
  expect(cooled(10_000 * JOBS, false).begins).toEqual([])
})
