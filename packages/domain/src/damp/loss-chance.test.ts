import { expect, test } from 'vitest'
import { DAY_MS } from '../time/local-time.ts'
import { dampLossChance } from './loss-chance.ts'

const damp = { watchLossPerDay: 0.05 }

test('under watch each day has its chance, and what is damp is as good as lost', () => {
  expect(dampLossChance('watch', DAY_MS, damp)).toBeCloseTo(0.05, 12)
  expect(dampLossChance('watch', 2 * DAY_MS, damp)).toBeCloseTo(1 - 0.95 ** 2, 12)
  expect(dampLossChance('watch', -DAY_MS, damp)).toBe(0)
  expect(dampLossChance('damp', 0, damp)).toBe(1)
  expect(dampLossChance('water_ingress', 0, damp)).toBe(1)
})

test('nothing is lost in a dry bin, and of an unknown one nobody says so', () => {
  expect(dampLossChance('dry', 30 * DAY_MS, damp)).toBe(0)
  expect(dampLossChance('unknown', 30 * DAY_MS, damp)).toBe(0)
})
