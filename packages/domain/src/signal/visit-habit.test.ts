import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY_MS, HOUR_MS } from '../time/local-time.ts'
import { noVisits, type VisitHabit, visitChance, visitsAfter } from './visit-habit.ts'

const monday = Date.UTC(2026, 9, 5)
const at = (day: number, hour: number): number => monday + day * DAY_MS + hour * HOUR_MS
const weekly = (hour: number, weeks: number): VisitHabit =>
  Array.from({ length: weeks }, (_, week) => at(7 * week, hour)).reduce(
    (habit, visit) => visitsAfter(habit, visit, 1),
    noVisits,
  )
const inTheHour = (habit: VisitHabit, day: number, hour: number): number =>
  visitChance(habit, at(day, hour), HOUR_MS)

test('as long as no visit was seen, any hour of day is like another and night is unlikely', () => {
  expect(inTheHour(noVisits, 0, 10)).toBeCloseTo(inTheHour(noVisits, 5, 16), 9)
  expect(inTheHour(noVisits, 0, 2)).toBeLessThan(inTheHour(noVisits, 0, 10) / 10)
})

test('where crews came in the morning, a morning is likelier than an afternoon', () => {
  const mornings = weekly(10, 8)
  expect(inTheHour(mornings, 55, 10)).toBeGreaterThan(3 * inTheHour(mornings, 55, 16))
  expect(inTheHour(mornings, 55, 16)).toBeGreaterThan(0)
})

test('crews that came by night are known for it', () => {
  const nights = weekly(23, 12)
  expect(inTheHour(nights, 84, 23)).toBeGreaterThan(inTheHour(nights, 84, 10))
})

test('the day after a visit another is unlikely, and after the usual days it is due', () => {
  const habit = weekly(10, 10)
  expect(habit.everyDays).toBeCloseTo(7, 0)
  expect(inTheHour(habit, 64, 10)).toBeLessThan(inTheHour(habit, 70, 10) / 4)
})

test('a visit that the signal showed and the driver told hours later is one', () => {
  const seen = weekly(10, 3)
  expect(visitsAfter(seen, at(14, 13), 1)).toEqual(seen)
})

test('over a whole day the hours that crews keep make no difference', () => {
  const chance = (hour: number) => visitChance(weekly(hour, 4), at(28, 12), DAY_MS)
  expect(chance(8)).toBeCloseTo(chance(15), 1)
})

test('the chance is one, whatever was seen', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(400 * 24)), fc.nat(400 * 24), fc.nat(100), (hours, now, gap) => {
      const habit = hours
        .toSorted((a, b) => a - b)
        .reduce((seen, hour) => visitsAfter(seen, at(0, hour), 0.9), noVisits)
      const last = Math.max(0, ...hours)
      const chance = visitChance(habit, at(0, last + now), gap * HOUR_MS)
      expect(chance).toBeGreaterThanOrEqual(0)
      expect(chance).toBeLessThanOrEqual(1)
    }),
  )
})
