import { expect, test } from 'vitest'
import type { Measurements } from '../../../reading/reading.ts'
import { settingsDefaults } from '../../../settings.ts'
import { DAY_MS } from '../../../time/local-time.ts'
import { assembleState } from '../../assemble-state.ts'
import { beforeAnyHour } from '../../hourly/rules-state.ts'
import { container, fold, hourly, hours, reading } from '../fold.fixture.ts'
import { HEALTH_KINDS } from './health.ts'

const depth = { emptyDistanceMm: 2000, fullDistanceMm: 400 }
type Said = Partial<Measurements>

/** So many hours of a sound sensor over a bin that fills slowly, changed from some hour on. */
function sound(count: number, changed: (hour: number, said: Said) => Said = (_, said) => said) {
  return Array.from({ length: count }, (_, hour): Said => {
    const day = Math.cos((2 * Math.PI * (hour - 14)) / 24)
    return changed(hour, {
      distanceMm: 1600 - 3 * Math.floor(hour / 24) * 10 + ((hour * 7) % 5) * 4,
      tempC: 12 + 6 * day + (hour % 3) / 10,
      rhPct: 70 - 15 * day + (hour % 4) / 10,
      batteryV: 3.6 + day / 100,
      tiltDeg: 2 + (hour % 2),
    })
  })
}
const folded = (said: readonly Said[]) => fold(hourly(said), depth)
const told = (said: readonly Said[]) =>
  folded(said).episodes.filter(({ kind }) => (HEALTH_KINDS as readonly string[]).includes(kind))
const trustAt = (said: readonly Said[]) => {
  const { state, episodes } = folded(said)
  const now = hours(said.length)
  return assembleState(
    { ...container, ...depth },
    state,
    beforeAnyHour,
    episodes,
    now,
    settingsDefaults,
  ).fill
}
const days = (count: number) => count * 24
const from =
  (start: number, change: Said) =>
  (hour: number, said: Said): Said =>
    hour < start ? said : { ...said, ...change }

test('a sound sensor raises nothing in forty days', () => {
  expect(told(sound(days(40)))).toEqual([])
})

test('a distance that stays the same for three days of warm noons is stuck, and not believed', () => {
  const stuck = sound(days(20), from(days(12), { distanceMm: 1234 }))
  const [alert, more] = told(stuck)
  expect(more).toBeUndefined()
  expect(alert).toMatchObject({ kind: 'stuck', evidence: { field: 'distance_mm', value: 1234 } })
  expect(alert?.raisedAt).toBeGreaterThanOrEqual(hours(days(15)))
  expect(alert?.raisedAt).toBeLessThan(hours(days(15) + 2))
  expect(trustAt(stuck)).toMatchObject({ source: 'estimate', evidence: { because: 'stuck' } })
})

test('it is over with the first value that differs', () => {
  const shaken = sound(days(20), (hour, said) =>
    hour >= days(12) && hour < days(18) ? { ...said, distanceMm: 1234 } : said,
  )
  expect(told(shaken)[0]?.clearedAt).toBe(hours(days(18)) + 60_000)
  expect(trustAt(shaken).source).toBe('sensor')
})

test('a coarse sensor over a bin that nobody visits says the same for days and is not stuck', () => {
  const coarse = sound(days(40), (hour, said) => ({
    ...said,
    distanceMm: 1600 - Math.floor(hour / days(4)) * 100,
  }))
  expect(told(coarse)).toEqual([])
})

test('without a change of temperature a constant distance says nothing', () => {
  const even = sound(days(20), from(days(12), { distanceMm: 1234, tempC: 11 }))
  expect(told(even).filter(({ evidence }) => evidence.field === 'distance_mm')).toEqual([])
})

test('a full bin may say the same for ever, an empty one for days', () => {
  const same = (distanceMm: number, count: number) =>
    told(
      sound(days(40), (hour, said) =>
        hour >= days(12) && hour < days(12 + count) ? { ...said, distanceMm } : said,
      ),
    ).map(({ kind }) => kind)
  expect(same(400, 28)).toEqual([])
  expect(same(2000, 5)).toEqual([])
  expect(same(2000, 8)).toEqual(['stuck'])
})

test('a humidity that stays the same is stuck, and the fill is believed all the same', () => {
  const stuck = sound(days(20), from(days(12), { rhPct: 61.5 }))
  expect(told(stuck)).toMatchObject([{ kind: 'stuck', evidence: { field: 'rh_pct' } }])
  expect(trustAt(stuck).source).toBe('sensor')
})

test('a level that leaps back and forth is noisy until it has been calm for some time', () => {
  const leaping = (from: number, to: number) =>
    sound(days(40), (hour, said) =>
      hour >= from && hour < to && hour % 3 === 0 ? { ...said, distanceMm: 700 } : said,
    )
  expect(told(leaping(days(10), days(16)))).toMatchObject([{ kind: 'noisy' }])
  expect(told(leaping(days(10), days(16)))[0]?.clearedAt).not.toBeNull()
  expect(told(leaping(days(10), days(10) + 12))).toEqual([])
  expect(trustAt(leaping(days(10), days(16)).slice(0, days(16)))).toMatchObject({
    evidence: { because: 'noisy' },
  })
})

test('impossible temperatures are told, and say nothing against the fill', () => {
  const readings = sound(days(10)).map((said, hour) =>
    hour > days(6) && hour % 2 === 0
      ? reading(hours(hour), { ...said, tempC: null }, ['temp_impossible'])
      : reading(hours(hour), said),
  )
  const { episodes, state } = fold(readings, depth)
  expect(episodes).toMatchObject([{ kind: 'impossible', evidence: { field: 'air' } }])
  expect(state.health.fault).toBeNull()
})

test('echoes from beyond the floor are impossible, and the fill is estimated', () => {
  const below = sound(days(20), (hour, said) =>
    hour > days(12) && hour % 2 === 0 ? { ...said, distanceMm: 3500 } : said,
  )
  expect(told(below)).toMatchObject([{ kind: 'impossible', evidence: { field: 'fill' } }])
  expect(trustAt(below)).toMatchObject({ evidence: { because: 'impossible' } })
})

test('a tilt that lasts a day means moved, one that a crew leaves for an hour does not', () => {
  const tilted = (from: number, to: number) =>
    sound(days(40), (hour, said) => (hour >= from && hour < to ? { ...said, tiltDeg: 60 } : said))
  expect(told(tilted(days(10), days(10) + 2))).toEqual([])
  const [moved] = told(tilted(days(10), days(13)))
  expect(moved).toMatchObject({
    kind: 'moved',
    raisedAt: hours(days(11)) + 60_000,
    clearedAt: hours(days(13)) + 60_000,
    evidence: { tilt_deg: 60, since_at: hours(days(10)) + 60_000 },
  })
  expect(moved?.evidence.usual_tilt_deg).toBeCloseTo(2.5, 0)
  expect(trustAt(tilted(days(38), days(40)))).toMatchObject({ evidence: { because: 'moved' } })
})

test('a container that stands otherwise for a fortnight stands so', () => {
  const [moved] = told(sound(days(40), from(days(10), { tiltDeg: 20 })))
  expect(moved?.clearedAt).toBeGreaterThan(hours(days(23)))
  expect(moved?.clearedAt).toBeLessThan(hours(days(26)))
})

test('a small tilt counts when the level leapt with it', () => {
  const kinds = (change: Said) =>
    told(sound(days(14), from(days(10), change))).map(({ kind }) => kind)
  expect(kinds({ tiltDeg: 13 })).toEqual([])
  expect(kinds({ tiltDeg: 13, distanceMm: 600 })).toContain('moved')
})

test('a battery that falls evenly is told sixty days ahead, with the day on which it ends', () => {
  const falling = (voltsPerDay: number, warmC: (hour: number) => number = () => 20) =>
    sound(days(140), (hour, said) => {
      const tempC = warmC(hour) + (hour % 5)
      const sag = 0.003 * Math.max(20 - tempC, 0)
      return { ...said, tempC, batteryV: 3.62 - (voltsPerDay * hour) / 24 - sag }
    })
  // From 3.62 V to 3.3 V at 2 mV a day: 160 days.
  const [ends] = told(falling(0.002))
  expect(ends?.kind).toBe('battery_ends')
  const endsAt = Number(ends?.evidence.ends_at)
  expect(Math.abs(endsAt - hours(days(160)))).toBeLessThan(6 * DAY_MS)
  expect(ends?.raisedAt).toBeGreaterThan(hours(days(90)))
  expect(ends?.raisedAt).toBeLessThan(hours(days(108)))
  // Autumn alone empties none.
  expect(told(falling(0, (hour) => 20 - hour / 100))).toEqual([])
})

test('a floor that creeps from emptying to emptying drifts, one that wavers does not', () => {
  const visits = (floorMm: (visit: number) => number) =>
    Array.from({ length: 9 }, (_, visit) => {
      const at = hours(days(visit * 4))
      return [
        { kind: 'result', at, stopId: `s${visit}`, outcome: 'emptied' } as const,
        ...Array.from({ length: days(4) - 1 }, (_, hour) =>
          reading(at + (hour + 1) * 3_600_000, {
            distanceMm: floorMm(visit) - hour * 6 - (hour % 2) * 4,
          }),
        ),
      ]
    }).flat()
  const kinds = (floorMm: (visit: number) => number) =>
    fold(visits(floorMm), depth)
      .episodes.map(({ kind }) => kind)
      .filter((kind) => kind === 'drifting')
  expect(kinds((visit) => 2000 - visit * 60)).toEqual(['drifting'])
  expect(kinds((visit) => 2000 - (visit % 3) * 100)).toEqual([])
})

test('a device that is taken away takes its faults with it', () => {
  const stuck = sound(days(20), from(days(12), { distanceMm: 1234 }))
  const { episodes, state } = fold(
    [...hourly(stuck), { kind: 'unseated', at: hours(days(20)) + 1, deviceId: 'd1' }],
    depth,
  )
  expect(episodes.find(({ kind }) => kind === 'stuck')?.clearedAt).toBe(hours(days(20)) + 1)
  expect(state.health.fault).toBeNull()
})

test('what is carried stays small', () => {
  const { state } = folded(sound(days(100)))
  expect(JSON.stringify(state.health).length).toBeLessThan(1800)
})
