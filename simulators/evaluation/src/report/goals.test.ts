import { expect, test } from 'vitest'
import type { PolicyYear } from '../year/policy-year.ts'
import { goalsOf } from './goals.ts'
import { anyYear } from './policy-year.fixture.ts'
import { intervalOf } from './student.ts'

const years = (policy: string, costs: readonly number[], over: Partial<PolicyYear> = {}) =>
  costs.map((total, index) => anyYear({ policy, seed: index + 1, total, ...over }))

test('an interval is Student’s: of 1, 2, 3 it is 2 ± 2.48', () => {
  const { mean, low, high, lower95 } = intervalOf([1, 2, 3])
  expect(mean).toBe(2)
  expect(low).toBeCloseTo(2 - 4.303 / Math.sqrt(3), 6)
  expect(high).toBeCloseTo(2 + 4.303 / Math.sqrt(3), 6)
  expect(lower95).toBeCloseTo(2 - 2.92 / Math.sqrt(3), 6)
  expect(intervalOf([1]).low).toBeNull()
})

test('a goal is judged by the bound of differences on the same seeds', () => {
  const goals = goalsOf([
    ...years('bakwacht', [80, 160, 240]),
    ...years('threshold:60', [100, 200, 300]),
    ...years('threshold:90', [500, 500, 500]),
    ...years('oracle', [79, 150, 239]),
  ])
  const cost = goals.find(({ against, what }) => against === 'threshold:60' && what === 'cost_eur')
  expect(cost?.measured.mean).toBeCloseTo(20, 6)
  expect(cost?.measured.lower95).toBeCloseTo(20, 6)
  expect(cost?.met).toBe(true)
  expect(goals.some(({ against }) => against === 'threshold:90')).toBe(false)
  expect(goals.find(({ against }) => against === 'oracle')?.met).toBe(true)
})

test('one seed meets no goal, and what was not run is not judged', () => {
  const goals = goalsOf([...years('bakwacht', [50]), ...years('threshold:60', [100])])
  expect(goals.map(({ met }) => met)).toEqual([null, null])
  expect(goals.map(({ against }) => against)).toEqual(['threshold:60', 'threshold:60'])
})

test('more hours of overflow miss the goal', () => {
  const goals = goalsOf([
    ...years('bakwacht', [1, 1, 1], { overflow_hours: 30 }),
    ...years('fixed', [2, 2, 2], { overflow_hours: 20 }),
  ])
  expect(goals.find(({ what }) => what === 'overflow_hours')?.met).toBe(false)
})
