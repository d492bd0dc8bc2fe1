import { DAY_MS, HOUR_MS } from '@bakwacht/domain'
import { expect, test } from 'vitest'
import { overflowsOf } from './lone-year.ts'

const span = { from: 0, to: 10 * DAY_MS }
/** 300 L a day at noon. */
const gifts = Array.from({ length: 10 }, (_, day) => ({
  at: day * DAY_MS + 12 * HOUR_MS,
  gift: { litres: 300, kg: 48, waterKg: 0 },
}))

test('a bin that is emptied in time turns nothing away', () => {
  const visits = [2, 4, 6, 8].map((day) => day * DAY_MS)
  expect(overflowsOf(1_000, gifts, visits, span)).toMatchObject({ overflows: 0, overflowHours: 0 })
})

test('an overflow lasts from the first gift refused until the visit', () => {
  // Three gifts fit; the fourth and fifth do not.
  const losses = overflowsOf(1_000, gifts, [5 * DAY_MS, 8 * DAY_MS], span)
  expect(losses.overflows).toBe(1)
  expect(losses.overflowHours).toBeCloseTo(1.5 * 24, 6)
  expect(losses.turnedAwayKg).toBeCloseTo(2 * 48, 6)
})
