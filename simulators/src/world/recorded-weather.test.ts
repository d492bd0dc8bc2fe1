import { expect, test } from 'vitest'
import { withRain } from './rain-spell.ts'
import { recordedWeather } from './recorded-weather.ts'
import { HOUR_MS } from './time.ts'

const start = Date.UTC(2000, 5, 1)
const records = Array.from({ length: 48 }, (_, hour) => ({
  at: start + hour * HOUR_MS,
  tempC: hour,
  rhPct: 70,
  rainMm: hour === 3 ? 2 : 0,
}))
const weather = recordedWeather(records)

test('recorded hours are as recorded, with a straight line between them', () => {
  expect(weather(start + 3 * HOUR_MS)).toMatchObject({ tempC: 3, rhPct: 70, rainMmPerH: 2 })
  expect(weather(start + 3.5 * HOUR_MS).tempC).toBeCloseTo(3.5)
})

test('another year takes the same hours of the calendar', () => {
  expect(weather(Date.UTC(2026, 5, 1, 7)).tempC).toBe(7)
})

test('a gap takes the hour before it', () => {
  expect(weather(start + 60 * HOUR_MS).tempC).toBe(47)
})

test('a scenario can order rain on top', () => {
  const wet = withRain(weather, [{ from: start, to: start + HOUR_MS, mmPerH: 5 }])
  expect(wet(start)).toMatchObject({ rainMmPerH: 5, rhPct: 93, tempC: 0 })
  expect(wet(start + HOUR_MS)).toEqual(weather(start + HOUR_MS))
})
