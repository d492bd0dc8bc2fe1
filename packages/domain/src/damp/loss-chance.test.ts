import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY_MS } from '../time/local-time.ts'
import { dampLossChance } from './loss-chance.ts'

const settings = { watchLossPerDay: 0.05, lossPerDay: 0.3 }

test('under watch each day has its chance', () => {
  const lost = (days: number) => dampLossChance({ level: 'watch' }, days * DAY_MS, settings)
  expect(lost(1)).toBeCloseTo(0.05, 12)
  expect(lost(2)).toBeCloseTo(1 - 0.95 ** 2, 12)
  expect(lost(-1)).toBe(0)
})

test('in damp air a day takes what the setting says, and twice as wet is as four days', () => {
  const lost = (lastingExcessGPerM3: number, days = 1) =>
    dampLossChance({ level: 'damp', lastingExcessGPerM3 }, days * DAY_MS, settings)
  expect(lost(3)).toBeCloseTo(0.3, 12)
  expect(lost(3, 2)).toBeCloseTo(1 - 0.7 ** 2, 12)
  expect(lost(6)).toBeCloseTo(1 - 0.7 ** 4, 12)
  expect(lost(-1)).toBe(0)
})

test('where nobody can be compared with, it counts as damp as usual', () => {
  const alone = { level: 'water_ingress', lastingExcessGPerM3: null } as const
  expect(dampLossChance(alone, DAY_MS, settings)).toBeCloseTo(0.3, 12)
})

test('a chance is one, waiting never lowers it, and what is dry or unknown loses nothing', () => {
  const level = fc.constantFrom('unknown', 'dry', 'watch', 'damp', 'water_ingress' as const)
  const upTo = (max: number) => fc.double({ min: 0, max, noNaN: true })
  fc.assert(
    fc.property(level, upTo(40), upTo(90), upTo(9), (each, lastingExcessGPerM3, days, more) => {
      const damp = { level: each as 'dry', lastingExcessGPerM3 }
      const lost = dampLossChance(damp, days * DAY_MS, settings)
      expect(lost).toBeGreaterThanOrEqual(0)
      expect(lost).toBeLessThanOrEqual(1)
      expect(dampLossChance(damp, (days + more) * DAY_MS, settings)).toBeGreaterThanOrEqual(lost)
      if (each === 'dry' || each === 'unknown') expect(lost).toBe(0)
    }),
  )
})
