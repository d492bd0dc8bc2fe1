import { expect, test } from 'vitest'
import { scoreForecasts } from './forecast-score.ts'

const DAY_MS = 86_400_000
const from20To80 = [20, 25, 35, 50, 65, 75, 80]
const origins = (levels: readonly (number | null)[]) =>
  levels.map((pct, day) => ({
    at: day * DAY_MS,
    level: pct === null ? null : { at: day * DAY_MS - 1000, pct, sdPct: 2 },
    quantiles: Array(7).fill(from20To80),
  }))
const emptied = (day: number, beforePct: number, afterPct: number) => ({
  ...{ at: day * DAY_MS, knownAt: day * DAY_MS, beforePct, afterPct },
  ...{ partial: false, confidence: 1, by: 'signal' as const },
})

test('counts how many came within the middle, and weighs the misses', () => {
  const { all, byDays } = scoreForecasts(origins([10, 60, 22]), [])
  // Tomorrow: 60 and 22; the day after: 22.
  expect(byDays.map(({ days, targets }) => [days, targets])).toEqual([
    [1, 2],
    [2, 1],
  ])
  expect(byDays[0]).toMatchObject({ coverage50: 0.5, coverage80: 0.5, coverage90: 1 })
  expect(all).toMatchObject({ targets: 3, coverage90: 1 })
  // 60: .05·40 + .1·35 + .25·25 + .5·10 + .25·5 + .1·15 + .05·20 = 20.5, over seven quantiles
  // 22: .05·2 + .9·3 + .75·13 + .5·28 + .25·43 + .1·53 + .05·58 = 45.5
  expect(byDays[0]?.meanPinballPct).toBeCloseTo((20.5 + 45.5) / 14, 9)
})

test('what an emptying took counts as if it were still there', () => {
  const { byDays } = scoreForecasts(origins([70, 10]), [emptied(0.5, 72, 4)])
  // 70 → 72, emptied to 4, → 10: without the emptying it would have come to 78.
  expect(byDays[0]).toMatchObject({ targets: 1, coverage80: 0, coverage90: 1 })
})

test('a level that nobody has measured for half a day is no target', () => {
  expect(scoreForecasts(origins([10, null, 30]), []).byDays.map(({ days }) => days)).toEqual([2])
  expect(scoreForecasts([], []).all).toBeNull()
})
