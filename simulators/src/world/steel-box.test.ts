import { expect, test } from 'vitest'
import { Bin } from './bin.ts'
import { type BinProfile, ordinaryBin } from './bin-profile.ts'
import { generatedWeather } from './generated-weather.ts'
import { withRain } from './rain-spell.ts'
import { DAY_MS, HOUR_MS } from './time.ts'
import type { Outdoor, Weather } from './weather.ts'

const dry = { ...ordinaryBin, wetBagShare: 0, litresPerDay: 120 }
const starts = [Date.UTC(2026, 0, 15), Date.UTC(2026, 3, 1), Date.UTC(2026, 10, 7)]

const fleet = (weather: Weather, startAt: number, profiles: readonly BinProfile[]) =>
  profiles.map(
    (profile, index) =>
      new Bin({
        id: `bin-${index}`,
        ...{ profile, seed: 1, weather, startAt },
        initial: { kg: 40, litres: 300 },
      }),
  )

const sunny = [0.1, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1].map((sunShare) => ({ ...dry, sunShare }))
const airOf = (bin: Bin) => bin.climate.absHumidityGPerM3
const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length

/** Calls back at every hour of the span. */
function hourly(bins: readonly Bin[], from: number, to: number, look: (at: number) => void) {
  for (let at = from; at <= to; at += HOUR_MS) {
    for (const bin of bins) bin.advanceTo(at)
    look(at)
  }
}

test.each(starts)(
  'dry bins follow the weather: at night within 1 g/m³ of it (from %d)',
  (start) => {
    const weather = generatedWeather(2, start)
    const bins = fleet(weather, start, sunny)
    const off: number[] = []
    hourly(bins, start, start + 14 * DAY_MS, (at) => {
      if (weather(at).sunWPerM2 > 0) return
      for (const bin of bins) off.push(airOf(bin) - weather(at).absHumidityGPerM3)
    })
    expect(Math.abs(mean(off))).toBeLessThan(1)
    expect(mean(off.map(Math.abs))).toBeLessThan(1)
  },
)

test.each(starts)('a leak after rain stands out for days and nights (from %d)', (start) => {
  const rainAt = start + 10 * DAY_MS
  const spell = { from: rainAt, to: rainAt + 5 * HOUR_MS, mmPerH: 4 }
  const weather = withRain(dried(generatedWeather(3, start)), [spell])
  const neighbours = fleet(weather, start, sunny)
  const [leaking] = fleet(weather, start, [{ ...dry, leakM2: 0.3 }])
  if (leaking === undefined) throw new Error('no bin')
  const before: number[] = []
  const after: number[] = []
  hourly([...neighbours, leaking], start, rainAt + 2 * DAY_MS, (at) => {
    if (weather(at).sunWPerM2 > 0) return
    const excess = airOf(leaking) - median(neighbours.map(airOf))
    if (at < rainAt) before.push(excess)
    else if (at > rainAt + 6 * HOUR_MS) after.push(excess)
  })
  expect(Math.max(...before)).toBeLessThan(1.5)
  expect(mean(after)).toBeGreaterThan(3)
  expect(after.filter((excess) => excess >= 3).length).toBeGreaterThanOrEqual(8)
  expect(Math.min(...after)).toBeGreaterThan(2)
})

test('a foggy night lifts the whole fleet, and nobody stands out', () => {
  const start = Date.UTC(2026, 10, 7)
  const fog: Outdoor = {
    ...{ tempC: 9, rhPct: 100, absHumidityGPerM3: 8.81, rainMmPerH: 0, sunWPerM2: 0 },
  }
  const dryAir: Outdoor = { ...fog, rhPct: 65, absHumidityGPerM3: 5.73 }
  const weather: Weather = (at) => (at < start + 2 * DAY_MS ? dryAir : fog)
  const bins = fleet(weather, start, sunny)
  const before: number[] = []
  hourly(bins, start, start + 2 * DAY_MS, (at) => {
    if (at === start + 2 * DAY_MS) before.push(...bins.map(airOf))
  })
  hourly(bins, start + 2 * DAY_MS, start + 2.5 * DAY_MS, () => {})
  const after = bins.map(airOf)
  for (const [index, air] of after.entries())
    expect(air).toBeGreaterThan((before[index] ?? 0) + 1.5)
  expect(Math.max(...after) - Math.min(...after)).toBeLessThan(1)
})

test('the sun heats the box far above the air, and at night it is gone', () => {
  const start = Date.UTC(2026, 5, 20)
  const weather = generatedWeather(4, start)
  const [bin] = fleet(weather, start, [{ ...dry, sunShare: 1 }])
  if (bin === undefined) throw new Error('no bin')
  const byDay: number[] = []
  const beforeDawn: number[] = []
  hourly([bin], start, start + 14 * DAY_MS, (at) => {
    const over = bin.climate.tempC - weather(at).tempC
    const hour = new Date(at).getUTCHours()
    if (hour === 13) byDay.push(over)
    if (hour === 2) beforeDawn.push(over)
  })
  expect(Math.max(...byDay)).toBeGreaterThan(8)
  expect(Math.max(...byDay)).toBeLessThan(25)
  expect(mean(beforeDawn)).toBeLessThan(3)
})

test('relative humidity stays between 0 and 100 whatever happens', () => {
  const start = Date.UTC(2026, 0, 1)
  const weather = generatedWeather(5, start)
  const profiles = sunny.map((profile) => ({ ...profile, leakM2: 0.5, wetBagShare: 0.3 }))
  const bins = fleet(weather, start, profiles)
  hourly(bins, start, start + 200 * DAY_MS, () => {
    for (const bin of bins) {
      expect(bin.rhPct).toBeGreaterThanOrEqual(0)
      expect(bin.rhPct).toBeLessThanOrEqual(100)
    }
  })
})

/** The same without its own rain. */
const dried =
  (weather: Weather): Weather =>
  (at) => ({ ...weather(at), rainMmPerH: 0 })
