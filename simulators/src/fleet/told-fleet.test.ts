import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Bin } from '../world/bin.ts'
import { generatedWeather } from '../world/generated-weather.ts'
import { withRain } from '../world/rain-spell.ts'
import { DAY_MS, HOUR_MS } from '../world/time.ts'
import { demoScenario } from './scenario.ts'
import { readScenario } from './scenario-file.ts'
import { toldFleet } from './told-fleet.ts'

// An ordinary evening, Sunday night, and both days on which the clocks change.
const ends = [
  '2026-11-21T22:00:00Z',
  '2026-11-22T22:30:00Z',
  '2026-03-29T03:00:00Z',
  '2026-10-25T20:00:00Z',
  '2026-07-06T05:00:00Z',
].map(Date.parse)

/** Plays the demo to its end, without any network. */
function played(endAt: number, seed: number) {
  const startAt = Math.floor((endAt - 14 * DAY_MS) / HOUR_MS) * HOUR_MS
  const plan = toldFleet(demoScenario, { seed, containers: 60, startAt, endAt })
  const weather = withRain(generatedWeather(seed, startAt), plan.rain)
  const bins = plan.containers.map(
    ({ id, bin: profile, initial, emptyings, gifts }) =>
      new Bin({ id, profile, seed, weather, startAt, initial, emptyings, gifts }),
  )
  const excessHours = new Map<string, number>()
  for (let at = endAt - 36 * HOUR_MS; at <= endAt; at += HOUR_MS) {
    for (const bin of bins) bin.advanceTo(at)
    const air = bins.map(({ climate }) => climate.absHumidityGPerM3)
    const median = air.toSorted((a, b) => a - b)[30] ?? 0
    for (const bin of bins)
      if (bin.climate.absHumidityGPerM3 >= median + 2 && weather(at).sunWPerM2 < 20)
        excessHours.set(bin.id, (excessHours.get(bin.id) ?? 0) + 1)
  }
  return { plan, bins, excessHours }
}

test.each(ends)('the demo ends with some bins full, most not, one leaking (%d)', (endAt) => {
  for (const seed of [1, 2, 3]) {
    const { plan, bins, excessHours } = played(endAt, seed)
    const measured = bins.filter((_, index) => plan.containers[index]?.device !== undefined)
    const filled = (low: number, high: number) =>
      measured.filter(({ fillFraction }) => fillFraction >= low && fillFraction < high).length
    expect(filled(0.85, 2)).toBeGreaterThanOrEqual(5)
    expect(filled(0.85, 2)).toBeLessThanOrEqual(9)
    expect(filled(0, 0.5)).toBeGreaterThanOrEqual(38)

    const leaking = plan.containers.filter(({ bin }) => bin.leakM2 > 0)
    const wetBag = plan.containers.filter(({ gifts }) => gifts.some(({ gift }) => gift.waterKg > 0))
    expect(leaking).toHaveLength(1)
    expect(wetBag).toHaveLength(1)
    for (const { id } of [...leaking, ...wetBag]) expect(excessHours.get(id)).toBeGreaterThan(8)
    expect(excessHours.size).toBe(2)
  }
})

test('the demo holds one of each: silent, without echo, low battery, two without a sensor', () => {
  const endAt = ends[0] ?? 0
  const { plan } = played(endAt, 1)
  const devices = plan.containers.flatMap(({ device }) => device ?? [])
  expect(devices).toHaveLength(58)
  expect(devices.flatMap(({ silentFrom }) => silentFrom ?? [])).toEqual([endAt - 3 * DAY_MS])
  expect(devices.flatMap(({ noEchoFrom }) => noEchoFrom ?? [])).toEqual([endAt - 4 * DAY_MS])
  expect(devices.filter(({ sensor }) => sensor.charge < 0.06)).toHaveLength(1)
  expect(plan.containers.filter(({ access }) => access !== undefined)).toHaveLength(2)
  expect(plan.sites.length).toBeGreaterThan(0)
  expect(plan.vehicles).toHaveLength(3)
})

test('all stand within the region, under names and ids of their own', () => {
  const { containers } = played(ends[0] ?? 0, 2).plan
  expect(new Set(containers.map(({ name }) => name)).size).toBe(60)
  expect(new Set(containers.map(({ id }) => id)).size).toBe(60)
  for (const { location } of containers) {
    expect(location[0]).toBeGreaterThan(4.42)
    expect(location[0]).toBeLessThan(5.05)
    expect(location[1]).toBeGreaterThan(50.88)
    expect(location[1]).toBeLessThan(51.15)
  }
})

test('an emptying lies in the past, in working hours, never on a Sunday', () => {
  for (const endAt of ends)
    for (const at of played(endAt, 3).plan.containers.flatMap(({ emptyings }) => emptyings)) {
      expect(at).toBeLessThan(endAt)
      expect(new Date(at).getUTCDay()).not.toBe(0)
      expect(new Date(at).getUTCHours()).toBeGreaterThanOrEqual(7)
      expect(new Date(at).getUTCHours()).toBeLessThanOrEqual(14)
    }
})

test('a scenario file is read, and all that is wrong in one is named together', () => {
  const folder = mkdtempSync(join(tmpdir(), 'scenario-'))
  const file = join(folder, 'scenario.json')
  try {
    writeFileSync(file, JSON.stringify(demoScenario))
    expect(readScenario(file)).toEqual(demoScenario)
    writeFileSync(
      file,
      '{"rain":[{"hours":-1}],"stories":[{"fill_pct":"x","emptied_days_ago":1,"leeks":2}],"others":[]}',
    )
    expect(() => readScenario(file)).toThrow(
      [
        'scenario.rain[0].hours_before_end: missing',
        'scenario.rain[0].mm_per_h: missing',
        'scenario.rain[0].hours: got -1, wanted a number of at least 0',
        'scenario.stories[0].fill_pct: got "x", wanted a number of at least 0',
        'scenario.stories[0].leeks: not known',
        'scenario.others: wanted an object',
      ].join('; '),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
})
