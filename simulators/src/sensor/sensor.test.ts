import { telemetryItem } from '@bakwacht/firmware-contracts'
import { expect, test } from 'vitest'
import { Bin } from '../world/bin.ts'
import { ordinaryBin } from '../world/bin-profile.ts'
import { generatedWeather } from '../world/generated-weather.ts'
import { randomFor } from '../world/random.ts'
import { DAY_MS, HOUR_MS } from '../world/time.ts'
import { batteryVolts } from './battery.ts'
import { type EchoProfile, measuredDistanceMm } from './echo.ts'
import { anySensor, sensorOf } from './sensor.ts'

const echo: EchoProfile = {
  ...{ emptyMm: 1_800, fullMm: 300, lostShare: 0.1, lostAs: null, noiseMm: 10, stepMm: 10 },
}
const distances = (level: number, profile = echo) => {
  const random = randomFor(1, 'echo')
  return Array.from({ length: 5_000 }, () => measuredDistanceMm(level, profile, random))
}
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]

test('distance tells the level in the middle, in steps, with lost and false echoes', () => {
  for (const [level, mm] of [
    [0, 1_800],
    [0.5, 1_050],
    [1, 300],
  ] as const) {
    const all = distances(level)
    const echoes = all.filter((distance) => distance !== null)
    expect(echoes.every((distance) => distance % 10 === 0)).toBe(true)
    expect(Math.abs((median(echoes) ?? 0) - mm)).toBeLessThanOrEqual(10)
    expect(1 - echoes.length / all.length).toBeCloseTo(0.1, 1)
    const far = echoes.filter((distance) => distance < mm - 100).length / echoes.length
    expect(far).toBeGreaterThan(level === 1 ? -1 : 0.01)
    expect(far).toBeLessThan(0.04)
  }
})

test('nothing is nearer than the blind zone or farther than the sensor reaches', () => {
  const near = distances(1, { ...echo, fullMm: 20, lostShare: 0 })
  expect(Math.min(...near.map(Number))).toBe(150)
  const far = distances(0, { ...echo, emptyMm: 9_000, lostShare: 0 })
  expect(Math.max(...far.map(Number))).toBe(4_000)
})

test('a lost echo is said as the device says it', () => {
  expect(new Set(distances(0.5, { ...echo, lostShare: 1, lostAs: 65_535 }))).toEqual(
    new Set([65_535]),
  )
})

test('a battery stays flat, then falls below 3.3 V, and sags in the cold', () => {
  expect(batteryVolts(1, 20)).toBe(3.62)
  expect(batteryVolts(0.3, 20)).toBe(3.62)
  expect(batteryVolts(0.3, -5)).toBeLessThan(3.6)
  expect(batteryVolts(0.04, 20)).toBeLessThan(3.3)
})

test('readings follow the contract, count up, and tell how often the lid opened', () => {
  const startAt = Date.UTC(2026, 4, 1)
  const bin = new Bin({
    ...{ id: 'bin', profile: ordinaryBin, seed: 1, startAt },
    weather: generatedWeather(1, startAt),
    initial: { kg: 10, litres: 80 },
  })
  const measure = sensorOf(bin, anySensor(1, 'sim-0001'), randomFor(1, 'sensor'))
  const readings = Array.from({ length: 30 * 24 }, (_, hour) => {
    const at = startAt + hour * HOUR_MS
    bin.advanceTo(at)
    return measure(at)
  })
  for (const [index, reading] of readings.entries()) {
    expect(telemetryItem.parse(reading)).toEqual(reading)
    expect(reading.seq).toBe(index)
  }
  const opens = readings.reduce((sum, { lid_opens }) => sum + (lid_opens ?? 0), 0)
  expect(opens).toBe(bin.lidOpens)
  expect(readings.at(-1)?.ts).toBe((startAt + 30 * DAY_MS - HOUR_MS) / 1000)
})
