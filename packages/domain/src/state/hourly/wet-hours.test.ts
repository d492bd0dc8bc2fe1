import { expect, test } from 'vitest'
import { settingsDefaults } from '../../settings.ts'
import { type AirAt, judge } from './fleet.fixture.ts'
import { runHourlyRules } from './hourly-rules.ts'
import { beforeAnyHour } from './rules-state.ts'

const wetHours = (
  air: (hour: number) => AirAt | undefined,
  hours: number,
  emptied: number[] = [],
) => {
  const [judged] = judge({
    from: Date.UTC(2026, 9, 5),
    hours,
    bins: [air],
    emptied: emptied.map((afterHours) => ({ afterHours, outcome: 'emptied' })),
  })
  return runHourlyRules(beforeAnyHour, judged?.hours ?? [], settingsDefaults).state.wetHours
}

test('hours count as wet where mould can grow: at 20 °C from 76 %, in frost never', () => {
  const at = (tempC: number, rhPct: number) => wetHours(() => ({ tempC, rhPct }), 48)
  expect(at(20, 76)).toBe(48)
  expect(at(20, 75)).toBe(0)
  expect(at(5, 86)).toBe(0)
  expect(at(-2, 99)).toBe(0)
})

test('a sensor that reports every third hour speaks for the hours between', () => {
  const seldom = (hour: number) => (hour % 3 === 0 ? { tempC: 20, rhPct: 90 } : undefined)
  expect(wetHours(seldom, 48)).toBe(46)
})

test('wet hours begin anew with an emptying', () => {
  expect(wetHours(() => ({ tempC: 20, rhPct: 90 }), 48, [30])).toBe(18)
})
