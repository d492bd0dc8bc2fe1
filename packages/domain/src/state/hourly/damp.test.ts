// Golden scenarios: what a fleet lives through, and what must be said of it.
import { expect, test } from 'vitest'
import { dewPointC } from '../../damp/psychrometrics.ts'
import { HOUR_MS } from '../../time/local-time.ts'
import { type AirAt, type Climate, judge, kindsOf } from './fleet.fixture.ts'

const october = Date.UTC(2026, 9, 5)
const july = Date.UTC(2026, 6, 6)
const january = Date.UTC(2027, 0, 11)

/** A day's swing of temperature; the dew point stays, so the humidity swings against it. */
const weather =
  (meanC: number, swingC: number, meanRhPct: number): Climate =>
  (hour) => {
    const tempC = meanC + swingC * Math.cos((2 * Math.PI * (hour - 14)) / 24)
    return { tempC, rhPct: rhAtDewPoint(tempC, dewPointC(meanC, meanRhPct)) }
  }
const rhAtDewPoint = (tempC: number, dewC: number): number =>
  Math.min(
    100 * Math.exp((17.625 * dewC) / (243.04 + dewC) - (17.625 * tempC) / (243.04 + tempC)),
    100,
  )
/** Eight bins in one weather, a little apart from each other. */
const eight = (climate: Climate): Climate[] =>
  Array.from({ length: 8 }, (_, index) => (hour) => {
    const air = climate(hour)
    return (
      air && {
        tempC: air.tempC + (index - 4) / 10,
        rhPct: Math.min(air.rhPct + (index % 3) - 1, 100),
      }
    )
  })
const wetter =
  (climate: Climate, from: number, rhPct: number, warmerC = 0): Climate =>
  (hour) => {
    const air = climate(hour) as AirAt
    return hour < from ? air : { tempC: air.tempC + warmerC, rhPct: Math.max(air.rhPct, rhPct) }
  }
const replaced = (bins: readonly Climate[], first: Climate): Climate[] => [first, ...bins.slice(1)]

test('a foggy night over the whole fleet is at most watched', () => {
  const fog: Climate = (hour) =>
    hour >= 40 && hour < 60 ? { tempC: 8, rhPct: 99 } : weather(10, 4, 80)(hour)
  const judged = judge({ from: october, hours: 120, bins: eight(fog) })
  for (const bin of judged) expect(kindsOf(bin)).toEqual(['damp_watch'])
  const watch = judged[3]?.episodes[0]
  expect(watch?.evidence).toMatchObject({ cause: 'humidity', rh_pct: 95 })
  expect(watch?.clearedAt).not.toBeNull()
})

test.each([
  ['October', october, weather(12, 4, 70), 3],
  ['January', january, weather(3, 2, 78), 3],
  ['July', july, weather(19, 6, 60), 0],
])(
  'one leaking bin among eight is known within a day in %s, and only that one',
  (_, from, climate, warmer) => {
    const bins = eight(climate)
    const leaking = wetter(bins[0] as Climate, 50, 97, warmer)
    const judged = judge({ from, hours: 150, bins: replaced(bins, leaking) })
    const ingress = judged[0]?.episodes.find(({ kind }) => kind === 'water_ingress')
    expect(ingress?.raisedAt).toBeLessThanOrEqual(from + 74 * HOUR_MS)
    expect(ingress).toMatchObject({ clearedAt: null, evidence: { reference: 'neighbours' } })
    for (const bin of judged.slice(1)) {
      expect(kindsOf(bin)).not.toContain('water_ingress')
      expect(kindsOf(bin)).not.toContain('damp')
    }
  },
)

test('a bin that was wet from the start is damp by its excess', () => {
  const bins = eight(weather(12, 4, 70))
  const judged = judge({
    from: october,
    hours: 48,
    bins: replaced(bins, wetter(bins[0] as Climate, 0, 97, 2)),
  })
  expect(kindsOf(judged[0] ?? { episodes: [], hours: [] })).toContain('damp')
  const damp = judged[0]?.episodes.find(({ kind }) => kind === 'damp')
  expect(damp?.evidence).toMatchObject({ cause: 'excess', hours: 6, reference_count: 7 })
})

test('a dry bin in the sun drives water out of its textile by day, and is not damp', () => {
  const bins = eight(weather(19, 6, 60))
  const baked: Climate = (hour) => {
    const air = (bins[0] as Climate)(hour) as AirAt
    const sun = Math.max(0, Math.cos((2 * Math.PI * (hour - 13)) / 24))
    const tempC = air.tempC + 15 * sun
    // Its absolute humidity doubles by noon.
    return {
      tempC,
      rhPct: Math.min(rhAtDewPoint(tempC, dewPointC(air.tempC, air.rhPct)) * (1 + sun), 100),
    }
  }
  const judged = judge({ from: july, hours: 24 * 10, bins: replaced(bins, baked) })
  expect(kindsOf(judged[0] ?? { episodes: [], hours: [] })).toEqual([])
})

test('mould that the weather explains is watched, mould beyond it is damp', () => {
  const mild = weather(21, 1, 88)
  const alike = judge({ from: july, hours: 24 * 20, bins: eight(mild) })
  for (const bin of alike) expect(new Set(kindsOf(bin))).toEqual(new Set(['damp_watch']))
  // Wetter than the others by less than the excess that raises at once.
  const soaked = replaced(eight(mild), (hour) => {
    const air = mild(hour) as AirAt
    return { ...air, rhPct: air.rhPct + 6 }
  })
  const [first] = judge({ from: july, hours: 24 * 20, bins: soaked })
  expect(first?.episodes.find(({ kind }) => kind === 'damp')?.evidence).toMatchObject({
    cause: 'mould',
  })
})

test('an emptying ends what the textile was exposed to, and a wet bin raises anew after it', () => {
  const bins = eight(weather(12, 4, 70))
  const wet = replaced(bins, wetter(bins[0] as Climate, 0, 97, 2))
  const [first] = judge({
    from: october,
    hours: 96,
    bins: wet,
    emptied: [{ afterHours: 58, outcome: 'emptied' }],
  })
  const damp = first?.episodes.filter(({ kind }) => kind === 'damp') ?? []
  expect(damp).toHaveLength(2)
  expect(damp[0]?.clearedAt).toBe(october + 58 * HOUR_MS)
  expect(damp[1]?.raisedAt).toBeGreaterThan(october + 60 * HOUR_MS)
})

test('with fewer than five neighbours the outdoor feed tells the weather, and rain must have fallen', () => {
  const outside = weather(12, 4, 70)
  const bins = eight(outside).slice(0, 2)
  const leak = replaced(bins, wetter(bins[0] as Climate, 50, 97, 2))
  const kinds = (rainMm: number) =>
    kindsOf(
      judge({
        from: october,
        hours: 100,
        bins: leak,
        outdoor: (hour) => ({ ...(outside(hour) as AirAt), rainMm: hour === 49 ? rainMm : 0 }),
      })[0] ?? { episodes: [], hours: [] },
    )
  expect(kinds(6)).toContain('water_ingress')
  expect(kinds(0)).not.toContain('water_ingress')
  expect(kinds(0)).toContain('damp')
})

test('alone and without an outdoor feed nothing is must, only watched', () => {
  const [lonely] = judge({
    from: october,
    hours: 24 * 20,
    bins: [() => ({ tempC: 15, rhPct: 99 })],
  })
  expect(kindsOf(lonely ?? { episodes: [], hours: [] })).toEqual(['damp_watch'])
})

test('excess that flickers around its limit makes one alert, not a string of them', () => {
  const bins = eight(weather(20, 1, 60))
  const flickers: Climate = (hour) => {
    const air = (bins[0] as Climate)(hour) as AirAt
    return { ...air, rhPct: air.rhPct + (hour % 2 === 0 ? 14 : 9) }
  }
  const [first] = judge({ from: october, hours: 24 * 8, bins: replaced(bins, flickers) })
  expect(
    kindsOf(first ?? { episodes: [], hours: [] }).filter((kind) => kind === 'damp'),
  ).toHaveLength(1)
})

test('a bin that fills before its next visit is told once', () => {
  const filling: Climate = (hour) => ({ tempC: 12, rhPct: 60, fillPct: Math.min(hour / 2, 100) })
  const [first] = judge({ from: october, hours: 24 * 8, bins: [filling] })
  const risks = first?.episodes.filter(({ kind }) => kind === 'fills_before_next_visit') ?? []
  expect(risks).toHaveLength(1)
  expect(risks[0]?.evidence.fill_pct).toBeGreaterThan(60)
  expect(risks[0]?.evidence.fill_pct).toBeLessThan(90)
})

test('a level that flickers raises the risk of an overflow only once it has lasted a day', () => {
  const risks = (fillPct: (hour: number) => number, hours: number) => {
    const bin: Climate = (hour) => ({ tempC: 12, rhPct: 60, fillPct: fillPct(hour) })
    const [first] = judge({ from: october, hours, bins: [bin] })
    return first?.episodes.filter(({ kind }) => kind === 'fills_before_next_visit') ?? []
  }
  const flickers = (hour: number) => (hour % 12 < 6 ? 55 : 88)
  expect(risks(flickers, 24 * 14).length).toBeLessThanOrEqual(1)
  const stays = (hour: number) => (hour < 48 ? flickers(hour) : 92)
  expect(risks(stays, 24 * 5).filter(({ clearedAt }) => clearedAt === null)).toHaveLength(1)
  expect(risks((hour) => (hour < 48 ? 55 : 92), 56)).toHaveLength(1)
})
