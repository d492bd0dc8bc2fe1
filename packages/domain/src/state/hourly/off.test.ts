import { expect, test } from 'vitest'
import { type Climate, judge, kindsOf } from './fleet.fixture.ts'

const november = Date.UTC(2026, 10, 2)
const air = (hour: number) => {
  const day = Math.cos((2 * Math.PI * (hour - 14)) / 24)
  return { tempC: 8 + 4 * day, rhPct: 80 - 12 * day }
}
const six = (first: Climate): Climate[] => [
  first,
  ...[-1, -0.5, 0, 0.5, 1].map(
    (by): Climate =>
      (hour) => ({ ...air(hour), tempC: air(hour).tempC + by }),
  ),
]
const off = (days: number, change: (hour: number) => { tempC?: number; rhPct?: number }) => {
  const [first] = judge({
    from: november,
    hours: days * 24,
    bins: six((hour) => ({ ...air(hour), ...change(hour) })),
  })
  return first?.episodes.filter(({ kind }) => kind === 'sensor_off') ?? []
}

test('a thermometer seven degrees above the others for a week is off, one two degrees above is not', () => {
  const warm = (by: number) => (hour: number) => ({ tempC: air(hour).tempC + by, rhPct: 55 })
  expect(off(12, warm(7))).toMatchObject([
    { evidence: { field: 'temp_c', off: 7, direction: 'more', reference: 'neighbours' } },
  ])
  expect(off(12, (hour) => ({ tempC: air(hour).tempC + 2 }))).toEqual([])
})

test('a hygrometer far drier than the others is off', () => {
  const dry = (hour: number) => ({ rhPct: air(hour).rhPct - 30 })
  expect(off(12, dry)).toMatchObject([{ evidence: { field: 'rh_pct', direction: 'less' } }])
})

test('it ends some days after the sensor is right again', () => {
  const [episode] = off(25, (hour) =>
    hour < 12 * 24 ? { tempC: air(hour).tempC + 7, rhPct: 55 } : {},
  )
  expect(episode?.clearedAt).not.toBeNull()
})

test('a wet bin is damp, and its sensor is not off', () => {
  const [first] = judge({
    from: november,
    hours: 12 * 24,
    bins: six((hour) => (hour < 48 ? air(hour) : { tempC: air(hour).tempC + 7, rhPct: 98 })),
  })
  const kinds = kindsOf(first ?? { episodes: [], hours: [] })
  expect(kinds).toContain('water_ingress')
  expect(kinds).not.toContain('sensor_off')
})
