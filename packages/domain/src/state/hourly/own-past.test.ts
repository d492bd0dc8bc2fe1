import { expect, test } from 'vitest'
import { HOUR_MS } from '../../time/local-time.ts'
import { type Climate, judge, kindsOf } from './fleet.fixture.ts'

const october = Date.UTC(2026, 9, 5)
const days = (count: number) => count * 24

/** Days that warm the bin by eight degrees and dry it. */
const dry: Climate = (hour) => {
  const warm = Math.max(0, Math.cos((2 * Math.PI * (hour - 13)) / 24))
  return { tempC: 11 + 8 * warm, rhPct: 75 - 25 * warm }
}
const alone = (bin: Climate, hours: number, emptied = {}) => {
  const [judged] = judge({ from: october, hours, bins: [bin], ...emptied })
  return judged ?? { episodes: [], hours: [] }
}
const soakedFrom =
  (from: number, rhPct = 96): Climate =>
  (hour) => {
    const air = dry(hour)
    return hour < from || air === undefined ? air : { ...air, rhPct }
  }

test('alone, air that stays wet through a warm day after dry ones is damp within two days', () => {
  const { episodes } = alone(soakedFrom(days(8)), days(11))
  const damp = episodes.find(({ kind }) => kind === 'damp')
  expect(damp).toMatchObject({ evidence: { cause: 'own_past', rh_min_pct: 96 } })
  expect(damp?.raisedAt).toBeGreaterThan(october + days(8) * HOUR_MS)
  expect(damp?.raisedAt).toBeLessThanOrEqual(october + days(10) * HOUR_MS)
})

test('alone, a dry bin and one that was always humid are not damp', () => {
  expect(kindsOf(alone(dry, days(20)))).toEqual([])
  expect(kindsOf(alone(soakedFrom(0), days(20)))).not.toContain('damp')
})

test('alone, a foggy night whose day dries the bin is not damp', () => {
  const foggy: Climate = (hour) => {
    const air = dry(hour)
    const night = hour % 24 < 9 || hour % 24 > 18
    return air && hour > days(9) && night ? { ...air, rhPct: 100 } : air
  }
  expect(kindsOf(alone(foggy, days(12)))).not.toContain('damp')
})

test('it ends when the air is as dry as before, and the emptying ends it at once', () => {
  const wetFor2Days: Climate = (hour) => (hour < days(10) ? soakedFrom(days(8)) : dry)(hour)
  const [damp] = alone(wetFor2Days, days(14)).episodes.filter(({ kind }) => kind === 'damp')
  expect(damp?.clearedAt).toBeLessThan(october + days(12) * HOUR_MS)
  const emptied = [{ afterHours: days(10), outcome: 'emptied' as const }]
  const [ended] = alone(soakedFrom(days(8)), days(12), { emptied }).episodes.filter(
    ({ kind }) => kind === 'damp',
  )
  expect(ended?.clearedAt).toBe(october + days(10) * HOUR_MS)
})
