import { expect, test } from 'vitest'
import { container } from '../fleet.fixture.ts'
import { settingsDefaults } from '../settings.ts'
import { fleetHabitOf } from './fleet-habit.ts'
import { lumpyHabit } from './forecast.fixture.ts'
import { FleetHabitLearner, habitExpectedOf } from './learn-fleet-habit.ts'

const learntOf = (count: number, giftsPerDay: (weekday: number, n: number) => number) => {
  const learner = new FleetHabitLearner(settingsDefaults)
  for (let n = 0; n < count; n++) {
    const { habit } = lumpyHabit({
      days: 100,
      seed: n + 1,
      giftsPerDay: (day) => giftsPerDay(day, n),
    })
    learner.add(
      container(`c${n}`, { capacityL: 2000, municipality: n % 2 ? 'Leuven' : 'Lier' }),
      habit,
    )
  }
  return learner.learnt
}

test('a handful of containers says nothing of a fleet', () => {
  expect(learntOf(4, () => 2)).toBeUndefined()
})

test('a fleet learns how fast it fills and on which weekdays', () => {
  const learnt = learntOf(40, (day) => (day === 5 ? 6 : 1))
  expect(learnt?.fleet.pctPerDay).toBeGreaterThan(4.6)
  expect(learnt?.fleet.pctPerDay).toBeLessThan(5.8)
  const [monday = 0, , , , , saturday = 0] = learnt?.fleet.weekdays ?? []
  expect(saturday).toBeGreaterThan(2.5 * monday)
  expect(learnt?.fleet.season).toBeGreaterThan(0.85)
  expect(learnt?.fleet.season).toBeLessThan(1.15)
})

test('a new container fills like those of its municipality, by the litre', () => {
  const learnt = learntOf(40, (_, n) => (n % 2 ? 4 : 1))
  if (learnt === undefined) throw new Error('expected something to be learnt')
  const rateIn = (municipality: string | null, capacityL: number) =>
    habitExpectedOf({ municipality, capacityL }, learnt).pctPerDay
  expect(rateIn('Leuven', 2000)).toBeGreaterThan(2 * rateIn('Lier', 2000))
  expect(rateIn('Leuven', 1000)).toBeCloseTo(2 * rateIn('Leuven', 2000))
  expect(rateIn('Aarschot', 2000)).toBeGreaterThan(rateIn('Lier', 2000))
  expect(rateIn('Aarschot', 2000)).toBeLessThan(rateIn('Leuven', 2000))
})

test('what a learner starts from is what the settings say', () => {
  expect(fleetHabitOf({ fleetFillPctPerDay: 3 }).pctPerDay).toBe(3)
})
