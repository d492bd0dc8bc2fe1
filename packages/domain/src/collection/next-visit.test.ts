import { expect, test } from 'vitest'
import { calendarDefaults } from '../fleet/calendar.ts'
import { nextVisitAfterComingRun } from './next-visit.ts'
import { overflowProbability } from './overflow-probability.ts'

const nextVisit = (iso: string, closed: string[] = []) =>
  new Date(
    nextVisitAfterComingRun(
      Date.parse(iso),
      { ...calendarDefaults, closed: closed.map((date) => ({ date, depotId: null, name: '' })) },
      null,
      'Europe/Brussels',
    ),
  ).toISOString()

test('on Monday the coming run is Tuesday’s, the next possible one Wednesday’s', () => {
  expect(nextVisit('2026-11-23T09:00Z')).toBe('2026-11-25T11:00:00.000Z')
})

test('Sundays and holidays are skipped, and late evening counts by the local date', () => {
  expect(nextVisit('2026-11-27T09:00Z')).toBe('2026-11-30T11:00:00.000Z')
  expect(nextVisit('2026-11-23T09:00Z', ['2026-11-24'])).toBe('2026-11-26T11:00:00.000Z')
  expect(nextVisit('2026-11-23T23:30Z')).toBe('2026-11-26T11:00:00.000Z')
})

test('a full bin overflows at even odds, a filling one the more likely the longer it waits', () => {
  const day = 86_400_000
  const chance = (fillPct: number, ratePctPerDay: number, wait: number) =>
    overflowProbability(
      { fillPct, fillSdPct: 4, ratePctPerDay, inflowVariance: 8 * ratePctPerDay },
      wait,
    )
  expect(chance(100, 0, day)).toBeCloseTo(0.5, 3)
  expect(chance(50, 5, day)).toBeLessThan(1e-6)
  expect(chance(80, 10, 2 * day)).toBeCloseTo(0.5, 3)
  expect(chance(80, 10, 3 * day)).toBeGreaterThan(0.7)
})
