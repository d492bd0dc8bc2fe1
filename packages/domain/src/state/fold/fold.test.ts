import fc from 'fast-check'
import { expect, test } from 'vitest'
import { settingsDefaults } from '../../settings.ts'
import { DAY_MS, HOUR_MS } from '../../time/local-time.ts'
import { packDay } from '../hourly/hourly-day.ts'
import { container, reading, seated, t0 } from './fold.fixture.ts'
import { type Folded, foldEvents } from './fold.ts'
import { foldConfigOf } from './fold-config.ts'
import { type FoldEvent, inObservedOrder } from './fold-event.ts'
import { beforeAnyEvent, type FoldState } from './fold-state.ts'

const config = foldConfigOf(
  { ...container, emptyDistanceMm: 2000, fullDistanceMm: 400 },
  settingsDefaults,
  'Europe/Brussels',
)

const anyReading = fc
  .record({
    minute: fc.integer({ min: 0, max: 20 * 24 * 60 }),
    distanceMm: fc.option(fc.integer({ min: 300, max: 2600 })),
    fillPct: fc.option(fc.integer({ min: 0, max: 100 })),
    tempC: fc.option(fc.integer({ min: -10, max: 80 })),
    rhPct: fc.option(fc.integer({ min: 30, max: 100 })),
    batteryV: fc.option(fc.double({ min: 3, max: 3.7, noNaN: true })),
    noEcho: fc.boolean(),
  })
  .map(({ minute, noEcho, ...measured }) =>
    reading(t0 + minute * 60_000, measured, noEcho ? ['no_echo'] : []),
  )
const anyResult = fc.record({
  kind: fc.constant('result' as const),
  at: fc.integer({ min: 0, max: 20 * 24 }).map((hour) => t0 + hour * HOUR_MS),
  stopId: fc.uuid(),
  outcome: fc.constantFrom('emptied' as const, 'partly' as const, 'blocked' as const),
  kg: fc.option(fc.integer({ min: 10, max: 200 })),
  wetKg: fc.option(fc.integer({ min: 0, max: 10 })),
})
const anyEvents = fc
  .tuple(fc.array(anyReading, { maxLength: 120 }), fc.array(anyResult, { maxLength: 6 }))
  .map(([readings, results]): FoldEvent[] => {
    const once = new Map(readings.map((event) => [event.at, event]))
    return inObservedOrder([seated, ...once.values(), ...results])
  })

test('folding on from any checkpoint, through JSON, is folding from the start', () => {
  fc.assert(
    fc.property(anyEvents, fc.nat(), (events, pick) => {
      const whole = foldEvents(beforeAnyEvent, events, config)
      const checkpoint = whole.checkpoints[pick % whole.checkpoints.length]
      if (checkpoint === undefined) return
      const stored = JSON.parse(JSON.stringify(checkpoint.state)) as FoldState
      const rest = foldEvents(
        stored,
        events.filter(({ at }) => at >= checkpoint.at),
        config,
      )
      expect(rest.state).toEqual(whole.state)
      expect(rest.checkpoints).toEqual(whole.checkpoints.filter(({ at }) => at >= checkpoint.at))
      for (const [day, hours] of rest.days)
        expect(packDay(hours)).toEqual(packDay(whole.days.get(day) ?? hours))
      expect(rest.episodes).toEqual(
        whole.episodes.filter(({ clearedAt }) => (clearedAt ?? Infinity) >= checkpoint.at),
      )
    }),
    { numRuns: 200 },
  )
})

test('the order in which events came makes no difference', () => {
  fc.assert(
    fc.property(
      anyEvents,
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      (events, random) => {
        const shuffled = events
          .map((event) => ({ event, key: Number(random.next().value) }))
          .sort((a, b) => a.key - b.key)
          .map(({ event }) => event)
        const plain = (folded: Folded) => ({ ...folded, days: [...folded.days].length })
        expect(plain(foldEvents(beforeAnyEvent, inObservedOrder(shuffled), config))).toEqual(
          plain(foldEvents(beforeAnyEvent, events, config)),
        )
      },
    ),
    { numRuns: 50 },
  )
})

test('episodes of a kind never overlap, and each ends after it began', () => {
  fc.assert(
    fc.property(anyEvents, (events) => {
      const { episodes } = foldEvents(beforeAnyEvent, events, config)
      for (const [, same] of Map.groupBy(episodes, ({ kind }) => kind)) {
        let end = Number.NEGATIVE_INFINITY
        for (const { raisedAt, clearedAt } of same) {
          expect(raisedAt).toBeGreaterThanOrEqual(end)
          end = clearedAt ?? Number.POSITIVE_INFINITY
          expect(end).toBeGreaterThanOrEqual(raisedAt)
        }
      }
    }),
    { numRuns: 100 },
  )
})

test('the state stays small however long the history', () => {
  const year = Array.from({ length: 24 * 60 }, (_, hour) =>
    reading(t0 + hour * HOUR_MS, {
      distanceMm: 2000 - ((hour * 7) % 1600),
      tempC: 12,
      rhPct: 80,
      batteryV: 3.5,
    }),
  )
  const { state, checkpoints } = foldEvents(beforeAnyEvent, [seated, ...year], config)
  expect(JSON.stringify(state).length).toBeLessThan(4096)
  expect(checkpoints).toHaveLength(60)
  expect(checkpoints[1]?.at).toBe(t0 + DAY_MS)
})

test('of a restless sensor on every channel it is larger, but no larger after a year than after half', () => {
  const random = fc.sample(fc.double({ min: 0, max: 1, noNaN: true }), { numRuns: 997, seed: 1 })
  const chance = (hour: number) => random[hour % random.length] ?? 0
  const restless = Array.from({ length: 24 * 400 }, (_, hour) =>
    reading(t0 + hour * HOUR_MS, {
      distanceMm: 2000 - ((hour * 9) % 1500) - chance(hour) * (hour % 7 === 0 ? 400 : 40),
      tempC: 12 + 8 * Math.sin(hour / 4) + chance(hour + 1),
      rhPct: 80 + 15 * chance(hour + 2),
      batteryV: 3.6 - hour / 1e5,
      tiltDeg: Math.round(3 * chance(hour + 3)),
    }),
  )
  const { checkpoints } = foldEvents(beforeAnyEvent, [seated, ...restless], config)
  const sizes = checkpoints.map((checkpoint) => JSON.stringify(checkpoint.state).length)
  const largest = (from: number, to: number) => Math.max(...sizes.slice(from, to))
  expect(largest(0, 400)).toBeLessThan(5120)
  expect(largest(300, 400)).toBeLessThan(1.03 * largest(0, 200))
})
