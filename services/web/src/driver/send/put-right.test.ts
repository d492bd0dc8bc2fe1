import { expect, test } from 'vitest'
import { kept, tap } from '../kept/kept.fixture.ts'
import { putRight } from './put-right.ts'

const HOUR = 3_600_000
const NOON = Date.parse('2026-11-23T12:00:00Z')
/** The phone shows an hour too much. */
const PHONE = NOON + HOUR

const tapped = (order: number, phone: number, aheadMs = 0) => ({
  ...tap(`stop ${order}`, 'emptied', {
    word: { outcome: 'emptied', at: new Date(phone + aheadMs).toISOString() },
    aheadMs,
  }),
  order,
  refusal: null,
})
const right = (taps: readonly ReturnType<typeof tapped>[], aheadMs: number, now: number) => {
  const [first = expect.fail('no tap')] = taps
  return putRight(first, taps, kept({ aheadMs }), now).map(({ order, word }) => [
    order,
    word.at.slice(11, 16),
  ])
}

test('a time that has gone by is believed', () => {
  expect(right([tapped(1, NOON - 5)], 0, NOON)).toEqual([])
})

test('one still to come was a wrong clock’s, and so were those after it', () => {
  const taps = [tapped(2, PHONE - 600_000), tapped(3, PHONE - 2 * HOUR), tapped(1, PHONE - 700_000)]
  expect(right(taps, -HOUR, PHONE)).toEqual([
    [2, '11:50'],
    [3, '10:00'],
  ])
  const known = tapped(4, PHONE, -HOUR)
  expect(right([tapped(2, PHONE), known], -HOUR, PHONE)).toEqual([[2, '12:00']])
})

test('where the clock was set back since, it happened no later than now', () => {
  expect(right([tapped(1, PHONE)], 0, NOON)).toEqual([[1, '12:00']])
})
