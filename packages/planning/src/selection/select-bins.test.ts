import {
  type Alert,
  type CollectionRequest,
  type Container,
  DAY_MS,
  HOUR_MS,
  type ReasonCode,
} from '@bakwacht/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { at, bin, DATE, NOW, snapshot, standingRun, stateOf } from '../planning.fixture.ts'
import type { Snapshot } from '../snapshot.ts'
import { selectBins } from './select-bins.ts'

const request = (
  container: Container,
  kind: CollectionRequest['kind'] = 'planner',
): CollectionRequest => ({
  id: 'request-1',
  containerId: container.id,
  kind,
  note: null,
  createdAt: NOW - HOUR_MS,
  closedAt: null,
})

const fire = (container: Container, over: Partial<Alert> = {}): Alert => ({
  id: 'alert-1',
  containerId: container.id,
  kind: 'fire',
  severity: 'alarm',
  status: 'open',
  raisedAt: NOW - 2 * HOUR_MS,
  clearedAt: null,
  notified: true,
  ackedAt: null,
  ackedBy: null,
  evidence: {},
  ...over,
})

function decided(container: Container, over: Partial<Snapshot>) {
  const [decision] = selectBins(snapshot({ containers: [container], ...over }), DATE, null)
  if (decision === undefined) throw new Error('nothing was decided')
  return decision
}

const one = bin(1)
const overdue = bin(1, { lastEmptiedAt: NOW - 27.5 * DAY_MS })
const neverEmptied = bin(1, { lastEmptiedAt: null, createdAt: NOW - 30 * DAY_MS })
const measured = (pct: number, more: Parameters<typeof stateOf>[2] = {}) => ({
  states: [stateOf(one, pct, more)],
})
const silent = { trustworthy: false, silentSince: NOW - DAY_MS }

const cases: [string, 'must' | 'may' | 'not', ReasonCode, Container, Partial<Snapshot>][] = [
  ['full by its sensor', 'must', 'full', one, measured(75)],
  ['held full by the hysteresis', 'must', 'full', one, measured(64, { fill: { full: true } })],
  [
    'below the threshold now, above it when the vehicle comes',
    'must',
    'full',
    one,
    measured(69, { fill: { ratePctPerDay: 6 } }),
  ],
  [
    'filling so fast that it is over before the next visit',
    'must',
    'fills_before_next_visit',
    one,
    measured(55, { fill: { ratePctPerDay: 30, fullAt: NOW + 1.5 * DAY_MS } }),
  ],
  ['damp inside', 'must', 'damp', one, measured(20, { damp: { level: 'damp' } })],
  [
    'taking water',
    'must',
    'water_ingress',
    one,
    measured(20, { damp: { level: 'water_ingress' } }),
  ],
  [
    'taking water with next to nothing in it',
    'may',
    'water_ingress',
    one,
    measured(1, { damp: { level: 'water_ingress' } }),
  ],
  [
    'damp, but so far away that no trip of its own pays',
    'may',
    'damp',
    bin(40),
    { states: [stateOf(bin(40), 20, { damp: { level: 'damp' } })] },
  ],
  ['damp with next to nothing in it', 'may', 'damp', one, measured(1, { damp: { level: 'damp' } })],
  ['due by its interval', 'must', 'due', overdue, { states: [stateOf(overdue, 20)] }],
  [
    'never emptied and due since its registration',
    'must',
    'due',
    neverEmptied,
    { states: [stateOf(neverEmptied, 10)] },
  ],
  [
    'reported full',
    'must',
    'reported_full',
    one,
    {
      ...measured(30),
      requests: [request(one, 'reported_full')],
    },
  ],
  ['asked for by a planner', 'must', 'planner', one, { ...measured(5), requests: [request(one)] }],
  [
    'without a sensor and full by the fleet’s rate',
    'must',
    'estimated_full',
    bin(1, { lastEmptiedAt: NOW - 13 * DAY_MS }),
    {},
  ],
  [
    'with a failing sensor, full as estimated',
    'must',
    'estimated_full',
    one,
    measured(74, { health: silent }),
  ],
  [
    'after an acknowledged fire that is out',
    'must',
    'alarm',
    one,
    {
      ...measured(30),
      alerts: [fire(one, { status: 'cleared', clearedAt: NOW - HOUR_MS, ackedAt: NOW - HOUR_MS })],
    },
  ],
  [
    'after an acknowledged fire that silenced its sensor',
    'must',
    'alarm',
    one,
    {
      ...measured(30, { health: { ...silent, fire: true } }),
      alerts: [fire(one, { ackedAt: NOW - HOUR_MS })],
    },
  ],
  ['under damp watch', 'may', 'damp_watch', one, measured(20, { damp: { level: 'watch' } })],
  ['half full', 'may', 'worth_the_detour', one, measured(50)],
  [
    'without a sensor, half full as estimated',
    'may',
    'worth_the_detour',
    bin(1, { lastEmptiedAt: NOW - 8 * DAY_MS }),
    {},
  ],
  ['a quarter full', 'not', 'not_full', one, measured(25)],
  [
    'emptied yesterday, full or not',
    'not',
    'emptied_recently',
    bin(1, {
      lastEmptiedAt: NOW - 5 * HOUR_MS,
    }),
    measured(90),
  ],
  ['retired', 'not', 'retired', bin(1, { active: false }), measured(100)],
  [
    'promised by an approved run',
    'not',
    'already_planned',
    one,
    {
      ...measured(100),
      standing: [standingRun([one])],
    },
  ],
  ['on fire', 'not', 'no_access', one, { ...measured(100), alerts: [fire(one)] }],
  [
    'on fire, though acknowledged, while its sensor reports heat',
    'not',
    'no_access',
    one,
    {
      ...measured(100, { health: { fire: true } }),
      alerts: [fire(one, { ackedAt: NOW })],
    },
  ],
]

describe('a container', () => {
  test.each(cases)('%s: %s, %s', (_, kind, code, container, over) => {
    const decision = decided(container, over)
    expect([decision.kind, decision.reason.code]).toEqual([kind, code])
  })
})

test('the first reason that holds is the one told', () => {
  const container = bin(1, { lastEmptiedAt: NOW - 40 * DAY_MS })
  const decision = decided(container, {
    states: [stateOf(container, 90, { damp: { level: 'damp' } })],
    requests: [request(container)],
  })
  expect(decision.reason.code).toBe('damp')
})

test('somebody who asks is heard even right after an emptying', () => {
  const container = bin(1, { lastEmptiedAt: NOW - 5 * HOUR_MS })
  expect(decided(container, { requests: [request(container)] }).reason.code).toBe('planner')
})

test('an emptying ends the alarm', () => {
  const container = bin(1, { lastEmptiedAt: NOW - 30 * HOUR_MS })
  const old = fire(container, { raisedAt: NOW - 40 * HOUR_MS, status: 'cleared', ackedAt: NOW })
  const states = [stateOf(container, 5)]
  expect(decided(container, { states, alerts: [old] }).reason.code).toBe('not_full')
})

test('a blocked stop, and one that was never driven, promise nothing any more', () => {
  const run = standingRun([one])
  const blocked = run.stops.map((stop) => ({
    ...stop,
    result: {
      outcome: 'blocked' as const,
      kg: null,
      wetKg: null,
      destination: null,
      note: null,
      at: NOW,
    },
  }))
  const standing = [{ ...run, status: 'started' as const, stops: blocked }]
  expect(decided(one, { ...measured(90), standing }).reason.code).toBe('full')
  const undriven = [{ ...run, status: 'done' as const }]
  expect(decided(one, { ...measured(90), standing: undriven }).reason.code).toBe('full')
})

test('a run planned for long after the next possible visit is no reason to wait', () => {
  const standing = [standingRun([one], { date: '2026-12-04' })]
  expect(decided(one, { ...measured(90), standing }).reason.code).toBe('full')
})

test('evidence says what was measured, when, and what is expected at the visit', () => {
  const decision = decided(one, measured(75))
  expect(decision.reason.evidence).toMatchObject({
    fill_pct: 75,
    at: NOW - HOUR_MS,
    visit_at: at('11:45'),
    expected_pct: 76.1,
    threshold_pct: 70,
  })
})

test('evidence says why a bin is full that stands below its threshold: it rises to it, or was there before', () => {
  const evidence = (over: Parameters<typeof stateOf>[2]) =>
    decided(one, measured(64, over)).reason.evidence
  const before = evidence({ fill: { full: true, ratePctPerDay: 1 } })
  expect(before).toMatchObject({ full_until_pct: 60 })
  expect(before).not.toHaveProperty('counts_from_pct')
  expect(evidence({ fill: { ratePctPerDay: 20 } })).toMatchObject({ counts_from_pct: 70 })
})

test('kilograms and litres are those of the visit, not of the last reading', () => {
  const decision = decided(one, measured(75, { fill: { ratePctPerDay: 24 } }))
  if (decision.kind !== 'must') throw new Error('expected a must')
  // 8 h 45 min after the reading: 75 + 8.75 points of 2,500 l.
  expect(decision.expected.l).toBeCloseTo(2093.75, 5)
  expect(decision.expected.kg).toBeCloseTo(251.25, 5)
})

test('the next possible visit passes over closed days, so a bin may be due sooner', () => {
  const container = bin(1, { lastEmptiedAt: NOW - 25 * DAY_MS })
  const states = [stateOf(container, 10)]
  expect(decided(container, { states }).reason.code).toBe('not_full')
  const closed = ['2026-11-24', '2026-11-25', '2026-11-26'].map((date) => ({
    date,
    depotId: null,
    name: 'Stocktaking',
  }))
  const calendar = { closed, workingDays: [1, 2, 3, 4, 5], driverAbsence: [] }
  expect(decided(container, { states, calendar }).reason.code).toBe('due')
})

test('a bin fuller, filling faster or damper has the higher prize', () => {
  const prize = (pct: number, more: Parameters<typeof stateOf>[2] = {}) => {
    const decision = decided(one, measured(pct, more))
    return decision.kind === 'may' ? decision.prize : Number.NaN
  }
  const half = prize(45)
  expect(half).toBeGreaterThan(0)
  expect(prize(60)).toBeGreaterThan(half)
  expect(prize(45, { fill: { ratePctPerDay: 14 } })).toBeGreaterThan(half)
  expect(prize(45, { damp: { level: 'watch' } })).toBeGreaterThan(half)
})

test('every container gets one decision, whatever is known of it', () => {
  const anyState = fc.record({
    pct: fc.double({ min: 0, max: 160, noNaN: true }),
    rate: fc.double({ min: 0, max: 60, noNaN: true }),
    level: fc.constantFrom('unknown', 'dry', 'watch', 'damp', 'water_ingress' as const),
    trustworthy: fc.boolean(),
    fire: fc.boolean(),
    known: fc.boolean(),
    active: fc.boolean(),
    emptiedDaysAgo: fc.option(fc.double({ min: 0, max: 60, noNaN: true })),
  })
  fc.assert(
    fc.property(fc.array(anyState, { maxLength: 20 }), (fleet) => {
      const containers = fleet.map(({ active, emptiedDaysAgo }, n) =>
        bin(n, {
          active,
          lastEmptiedAt: emptiedDaysAgo === null ? null : NOW - emptiedDaysAgo * DAY_MS,
        }),
      )
      const states = fleet.flatMap((shape, n) => {
        const container = containers[n]
        if (container === undefined || !shape.known) return []
        return stateOf(container, shape.pct, {
          fill: { ratePctPerDay: shape.rate },
          damp: { level: shape.level as 'dry' },
          health: { trustworthy: shape.trustworthy, fire: shape.fire },
        })
      })
      const decisions = selectBins(snapshot({ containers, states }), DATE, null)
      expect(decisions.map(({ container }) => container.id)).toEqual(containers.map(({ id }) => id))
      for (const decision of decisions) {
        if (decision.kind !== 'not') expect(decision.expected.l).toBeLessThanOrEqual(2500)
        if (decision.kind === 'may') expect(decision.prize).toBeGreaterThanOrEqual(0)
      }
    }),
    { numRuns: 200 },
  )
})
