import { expect, test } from 'vitest'
import { type Branching, Turns } from './turns.ts'

const JOBS = 10

/** After which of so many iterations a turn ended. */
function ends(iterations: number, branching: Branching = 'crossings'): number[] {
  const turns = new Turns(JOBS, branching)
  const here = { orders: new Int32Array(), costs: new Float64Array(), missing: 0, cost: 0 }
  const found: number[] = []
  for (let done = 1; done <= iterations; done++) {
    const pace = { share: done / iterations, iterations: done, isWhole: true, next: () => true }
    if (turns.isOver(pace) && turns.pass(pace, () => [here]) !== null) found.push(done)
  }
  return found
}

test('with few iterations a job nobody takes turns', () => {
  expect(ends(3_900 * JOBS)).toEqual([])
})

test('with many, turns begin after a tenth and last as long as each other', () => {
  const [first = 0, ...others] = ends(10_000 * JOBS)
  expect(first).toBe(1_000 * JOBS)
  expect(others.length).toBeGreaterThan(8 * 40 - 3)
  expect(others.length).toBeLessThanOrEqual(8 * 40)
  expect((others.at(-1) ?? 0) - first).toBeGreaterThan(8_950 * JOBS)
  const lengths = others.map((end, i) => end - (others[i - 1] ?? first))
  expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThan(3)
})

test('a search that may not branch goes its one way', () => {
  expect(ends(10_000 * JOBS, 'none')).toEqual([])
})

test('threads take a tour each where there are as many tours', () => {
  const here = [{ orders: new Int32Array(), costs: new Float64Array(), missing: 0, cost: 0 }]
  const at = (iterations: number, threads: number, reached = here) =>
    new Turns(JOBS, 'copies', threads).pass(
      { share: 0.1, iterations: iterations / 10 },
      () => reached,
    )
  expect(at(10_000 * JOBS, 2)).toHaveLength(2)
  expect(at(10_000 * JOBS, 9)).toHaveLength(1)
  expect(at(10_000 * JOBS, 9, Array(9).fill(here[0]))).toBeNull()
})
