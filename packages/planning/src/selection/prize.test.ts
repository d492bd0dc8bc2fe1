import { type Container, DAY_MS, type ReasonCode, settingsDefaults } from '@bakwacht/domain'
import { describe, expect, test } from 'vitest'
import { bin, DATE, NOW, snapshot, stateOf } from '../planning.fixture.ts'
import type { Snapshot } from '../snapshot.ts'
import { selectBins } from './select-bins.ts'

interface Told {
  readonly code: ReasonCode
  readonly prize: number
  readonly evidence: Readonly<Record<string, number | string | null>>
}

type Shape = readonly [container: Container, pct: number, more?: Parameters<typeof stateOf>[2]]

function told(shapes: readonly Shape[], over: Partial<Snapshot> = {}): readonly Told[] {
  const containers = shapes.map(([container]) => container)
  const states = shapes.map((shape) => stateOf(...shape))
  return selectBins(snapshot({ containers, states, ...over }), DATE, null).map((decision) => ({
    code: decision.reason.code,
    prize: decision.kind === 'may' ? decision.prize : Number.NaN,
    evidence: decision.reason.evidence,
  }))
}

/** A kilometre or two of others that fill as usual, so that a usual visit is known. */
const crowd: readonly Shape[] = [4, 5, 6, 7, 8, 9].map((n) => [bin(n), 20])

const euro = (evidence: Told['evidence'], key: string) => Number(evidence[key])

describe('the prize of an optional visit', () => {
  test('is the sum of its terms, each told in euro', () => {
    const [first] = told([[bin(1), 55, { damp: { level: 'watch' } }], ...crowd])
    const { evidence = {}, prize } = first ?? {}
    const later = euro(evidence, 'prize_later_visit_eur') - euro(evidence, 'prize_too_early_eur')
    const terms = later + euro(evidence, 'prize_overflow_eur') + euro(evidence, 'prize_damp_eur')
    expect(prize).toBeCloseTo(terms, 0)
    expect(euro(evidence, 'prize_eur')).toBeCloseTo(prize ?? 0, 1)
  })

  test('names the day of the cheapest later visit', () => {
    const [first] = told([[bin(1), 64], ...crowd])
    expect(first?.evidence.later_visit_date).toMatch(/^2026-11-2\d$/)
  })

  test('falls when another has to be visited next to it tomorrow: it can be taken along then', () => {
    const neighbour = bin(2, { location: [4.4925, 51.0385] })
    const lone = told([[bin(1), 50], [neighbour, 10], ...crowd])[0]
    const beside = told([[bin(1), 50], [neighbour, 68.5], ...crowd])
    expect(beside[0]?.prize).toBeLessThan(lone?.prize ?? 0)
    expect(beside[0]?.evidence.later_visit_date).toBe('2026-11-24')
  })

  test('of one that has to be visited tomorrow is higher far from the others than near them', () => {
    const [near, far] = [bin(5, { location: [4.545, 51.03] }), bin(5, { location: [4.7, 51.15] })]
    const of = (container: Container) =>
      told([[container, 68.5], ...crowd.map(([c]): Shape => [c, 68.5])])[0]?.prize ?? 0
    expect(of(far)).toBeGreaterThan(of(near) + 5)
  })

  test('of a half-full bin that nothing presses is at most what its textile is worth', () => {
    const far = bin(1, { location: [5.6, 51.2], capacityL: 300 })
    const [first] = told([[far, 50, { fill: { ratePctPerDay: 0.5 } }]])
    expect(first?.evidence.later_visit_date).toBeNull()
    expect(first?.prize).toBeLessThanOrEqual(euro(first?.evidence ?? {}, 'kg') * 0.4 + 0.1)
  })

  test('grows with the chance to overflow over a long weekend', () => {
    const closed = ['2026-11-24', '2026-11-25', '2026-11-26'].map((date) => ({
      date,
      depotId: null,
      name: 'Fair',
    }))
    const calendar = { closed, workingDays: [1, 2, 3, 4, 5], driverAbsence: [] }
    const shapes: readonly Shape[] = [[bin(1), 60, { fill: { ratePctPerDay: 7 } }], ...crowd]
    const overflow = (over: Partial<Snapshot>) =>
      euro(told(shapes, over)[0]?.evidence ?? {}, 'prize_overflow_eur')
    expect(overflow({ calendar })).toBeGreaterThan(overflow({}))
  })

  test('follows the price of an overflow and the value of textile in the settings', () => {
    const shapes: readonly Shape[] = [
      [bin(1), 62, { fill: { ratePctPerDay: 9 }, damp: { level: 'watch' } }],
      ...crowd,
    ]
    const { money } = settingsDefaults
    const with_ = (over: Partial<typeof money>) =>
      told(shapes, { settings: { ...settingsDefaults, money: { ...money, ...over } } })[0]?.prize
    const usual = with_({}) ?? 0
    expect(with_({ overflowOnce: 400 })).toBeGreaterThan(usual)
    expect(with_({ dampLossPerKg: 4 })).toBeGreaterThan(usual)
  })
})

test('a must says what waiting for the next possible visit would be expected to cost', () => {
  const [full, damp] = told([
    [bin(1), 90, { fill: { ratePctPerDay: 8 } }],
    [bin(2), 30, { damp: { level: 'damp' } }],
  ])
  expect(euro(full?.evidence ?? {}, 'waiting_overflow_eur')).toBeGreaterThan(5)
  // 30 % and four hours’ rate of 2,500 l at 0.12 kg; half of it lost within a day and one and a half times as much beside
  // it, and disposed of, at € 0.52.
  expect(euro(damp?.evidence ?? {}, 'waiting_damp_eur')).toBeCloseTo(0.5 * 31.1 * 3 * 2.5 * 0.52, 0)
})

describe('a full bin', () => {
  const settings = {
    ...settingsDefaults,
    plan: { ...settingsDefaults.plan, fullWaitsBelow: 0.1 },
  }

  test('may wait, where that is set, while it hardly overflows before the next visit', () => {
    expect(told([[bin(1), 75], ...crowd])[0]?.code).toBe('full')
    expect(told([[bin(1), 75], ...crowd], { settings })[0]?.code).toBe('worth_the_detour')
    expect(told([[bin(1), 93], ...crowd], { settings })[0]?.code).toBe('full')
  })

  test('does not wait over days on which nobody comes', () => {
    const closed = ['24', '25', '26', '27', '28', '30'].map((day) => ({
      date: `2026-11-${day}`,
      depotId: null,
      name: 'Stocktaking',
    }))
    const calendar = { closed, workingDays: [1, 2, 3, 4, 5, 6], driverAbsence: [] }
    expect(told([[bin(1), 75], ...crowd], { settings, calendar })[0]?.code).toBe('full')
  })
})

test('a bin that can be reached on Mondays alone is due before the Monday that is too late', () => {
  const monday = [{ days: [1], from: '08:00', to: '16:00' }]
  const lastEmptiedAt = NOW - 24 * DAY_MS
  const any = bin(1, { lastEmptiedAt })
  const onMondays = bin(1, { lastEmptiedAt, access: monday })
  expect(told([[any, 10]])[0]?.code).toBe('not_full')
  expect(told([[onMondays, 10]])[0]?.code).toBe('due')
})
