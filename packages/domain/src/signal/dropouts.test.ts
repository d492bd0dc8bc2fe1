// Textile leaves a bin when somebody takes it out; an echo that is missing says nothing of it.
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { sharedData } from '@bakwacht/test-support'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, hours, reading } from '../state/fold/fold.fixture.ts'
import { MINUTE_MS } from '../time/local-time.ts'

const recording = sharedData('fill/frankfurt_glass_12devices.csv.gz')
const STREET = { emptyDistanceMm: 1500, fullDistanceMm: 300 }

type Event = Parameters<typeof fold>[0][number]

/** As devices say that no echo came back. */
const withoutEcho = (at: number, said: number): Event =>
  said === 1
    ? reading(at, { distanceMm: null, fillPct: 0 }, ['no_echo'])
    : reading(at, { distanceMm: said === 2 ? 2_540 : null }, said === 2 ? [] : ['no_echo'])

test('readings without an echo, however many and wherever, make no emptying and hide none', () => {
  const filling = Array.from({ length: 21 * 24 }, (_, hour) =>
    reading(hours(hour), { distanceMm: 1500 - ((hour * 6) % 1020) - (hour % 5) * 4 }),
  )
  const plain = fold(filling, STREET).emptyings
  expect(plain.length).toBe(2)
  const silence = fc.record({
    from: fc.nat(21 * 24 * 60),
    minutes: fc.array(fc.record({ step: fc.integer({ min: 1, max: 90 }), said: fc.nat(2) })),
  })
  fc.assert(
    fc.property(fc.array(silence, { maxLength: 6 }), (silences) => {
      const lost = silences.flatMap(({ from, minutes }) => {
        let at = hours(0) + from * MINUTE_MS + 1
        return minutes.map(({ step, said }) => {
          at += step * MINUTE_MS
          return withoutEcho(at, said)
        })
      })
      const once = [...new Map(lost.map((event) => [event.at, event])).values()]
      expect(fold([...filling, ...once], STREET).emptyings).toEqual(plain)
    }),
    { numRuns: 60 },
  )
})

test('echoes that are knocked out for two days in a full bin empty nothing', () => {
  const full = Array.from({ length: 24 * 6 }, (_, hour) => hour).map((hour) =>
    hour > 48 && hour < 96
      ? withoutEcho(hours(hour), hour % 3)
      : reading(hours(hour), { distanceMm: 420 + (hour % 3) * 10 }),
  )
  expect(fold(full, STREET).emptyings).toEqual([])
})

test.skipIf(recording === undefined)(
  'in a recorded year no emptying is dated or found out by an echo from beyond the floor, or by none',
  () => {
    for (const [device, events] of recorded()) {
      const beyond = new Set(
        events.flatMap(({ at, distanceMm }) => (distanceMm > 1_860 ? [at] : [])),
      )
      const lost = events.flatMap(({ at }, index) =>
        index % 4 === 0 ? [withoutEcho(at + 1, 1)] : [],
      )
      const measured = events.map(({ at, distanceMm }) => reading(at, { distanceMm }))
      const { emptyings } = fold(measured, STREET)
      expect(emptyings.length, device).toBeGreaterThan(10)
      for (const { at, knownAt } of emptyings) {
        expect(beyond).not.toContain(at)
        expect(beyond).not.toContain(knownAt)
      }
      expect(fold([...measured, ...lost], STREET).emptyings).toEqual(emptyings)
    }
  },
)

function recorded(): ReadonlyMap<string, readonly { at: number; distanceMm: number }[]> {
  const rows = gunzipSync(readFileSync(recording ?? ''))
    .toString('utf8')
    .trim()
    .split('\n')
  const points = rows.slice(1).map((row) => {
    const [device = '', at = '', cm = ''] = row.split(',')
    return { device, at: Math.floor(Date.parse(at)), distanceMm: Number(cm) * 10 }
  })
  const devices = Map.groupBy(points, ({ device }) => device)
  return new Map(
    [...devices].map(([device, those]) => {
      const once = new Map(those.map((each) => [each.at, each]))
      return [device, [...once.values()]]
    }),
  )
}
