import { expect, test } from 'vitest'
import type { CountedHour } from './excess.ts'
import { lastingAfter } from './lasting-excess.ts'

const reference = {
  kind: 'neighbours',
  count: 8,
  tempC: 15,
  rhPct: 70,
  absHumidityGPerM3: 9,
} as const
const counted = (hour: number, excessGPerM3: number, weight = 1): CountedHour => ({
  ...{ hour, excessGPerM3, weight },
  reference,
})

test('the first hour stands for all', () => {
  expect(lastingAfter(null, counted(100, 2.5))).toEqual({ hour: 100, gPerM3: 2.5 })
})

test('six hours on, what was counts half', () => {
  const hours = Array.from({ length: 6 }, (_, index) => counted(101 + index, 0))
  const after = hours.reduce<ReturnType<typeof lastingAfter>>(lastingAfter, {
    hour: 100,
    gPerM3: 4,
  })
  expect(after.hour).toBe(106)
  expect(after.gPerM3).toBeCloseTo(2, 12)
})

test('a sensor that reports seldom says as much with one hour', () => {
  expect(lastingAfter({ hour: 100, gPerM3: 4 }, counted(106, 0, 6)).gPerM3).toBeCloseTo(2, 12)
})

test('after more than thirty hours that nobody could compare it begins anew', () => {
  const before = { hour: 100, gPerM3: 4 }
  expect(lastingAfter(before, counted(130, 1)).gPerM3).toBeGreaterThan(1)
  expect(lastingAfter(before, counted(131, 1)).gPerM3).toBe(1)
})
