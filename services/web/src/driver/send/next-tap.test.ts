import { expect, test } from 'vitest'
import { tap } from '../kept/kept.fixture.ts'
import type { Tap } from '../kept/kept.ts'
import { nextTap } from './next-tap.ts'

const waiting = (order: number, stopId: string, tries = 0, change: Partial<Tap> = {}): Tap => ({
  ...tap(stopId),
  order,
  refusal: null,
  faults: { tries, status: 500, alone: false },
  ...change,
})
const next = (...taps: readonly Tap[]) => nextTap(taps)?.order

test('taps go in their order, but for those that were refused', () => {
  const refusal = { status: 404, code: 'not_found', detail: '' } as const
  expect(next(waiting(1, 'a', 0, { refusal }), waiting(2, 'b'), waiting(3, 'c'))).toBe(2)
  expect(next(waiting(1, 'a', 0, { refusal }))).toBeUndefined()
})

test('one at which the service failed a few times is tried first, then goes after the others', () => {
  expect(next(waiting(1, 'a', 2), waiting(2, 'b'))).toBe(1)
  expect(next(waiting(1, 'a', 3), waiting(2, 'b'))).toBe(2)
  expect(next(waiting(1, 'a', 3), waiting(2, 'b', 3))).toBe(1)
})

test('what corrects it does not wait for it, nor overtakes other stops', () => {
  expect(next(waiting(1, 'a', 3), waiting(2, 'b'), waiting(3, 'a'))).toBe(2)
  expect(next(waiting(1, 'a', 3), waiting(3, 'a'))).toBe(3)
  expect(next(waiting(1, 'a', 3), waiting(3, 'a', 9), waiting(4, 'b', 3))).toBe(3)
})
