import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Spoilage, spoiledAfterHour, unspoilt } from './spoilage.ts'
import { readWorld } from './world-file.ts'

const { damp } = readWorld(join(import.meta.dirname, '../../worlds/leaks-2.json'))

/** 100 kg with so much free water for so many hours. */
function after(hours: number, freeWaterKg: number, tempC = 20, from = unspoilt): Spoilage {
  let spoilage = from
  for (let hour = 0; hour < hours; hour++)
    spoilage = spoiledAfterHour(spoilage, { kg: 100, freeWaterKg, tempC }, damp)
  return spoilage
}

test('dry textile keeps', () => {
  expect(after(1_000, 0).lostKg).toBe(0)
})

test('what gets wet is as good as sound after a day and mostly lost after three', () => {
  const wet = after(1, 6).wetKg
  expect(wet).toBeCloseTo(20, 1)
  expect(after(24, 6).lostKg).toBeLessThan(0.1 * wet)
  expect(after(72, 6).lostKg).toBeGreaterThan(0.9 * wet)
})

test('in the cold it takes longer', () => {
  expect(after(48, 6, 5).lostKg).toBeLessThan(0.1 * after(48, 6, 20).lostKg)
})

test('what dries in time is saved, and begins anew when it is wet again', () => {
  const dried = after(24, 0, 20, after(24, 6))
  const again = after(24, 6, 20, dried)
  expect(again.lostKg).toBeLessThan(0.25 * after(48, 6).lostKg)
})

test('lost textile stays lost and is never more than there is', () => {
  const soaked = after(500, 60)
  expect(soaked.lostKg).toBeGreaterThan(99)
  expect(soaked.lostKg).toBeLessThanOrEqual(100)
  expect(after(100, 0, 20, soaked).lostKg).toBe(soaked.lostKg)
})
