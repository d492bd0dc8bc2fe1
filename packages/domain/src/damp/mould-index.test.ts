import { expect, test } from 'vitest'
import { mouldClasses } from './mould-class.ts'
import { criticalRhPct, type MouldState, mouldAfter, noMould } from './mould-index.ts'

const verySensitive = { class: mouldClasses.very_sensitive, cmat: 0.5 }

function after(hours: number, tempC: number, rhPct: number, start = noMould, from = 0): MouldState {
  let state = start
  for (let hour = from; hour < from + hours; hour++)
    state = mouldAfter(state, hour, tempC, rhPct, verySensitive)
  return state
}

function daysTo1(rhPct: number): number {
  let state = noMould
  let hour = 0
  while (state.index < 1) state = mouldAfter(state, hour++, 20, rhPct, verySensitive)
  return hour / 24
}

test('at 20 °C a very sensitive surface needs 29 days at 90 %, 14 at 95 %, 7 at 100 %', () => {
  expect([90, 95, 100].map((rh) => Math.round(daysTo1(rh)))).toEqual([29, 14, 7])
})

test('nothing grows in frost, in dry air or above 50 °C', () => {
  expect(after(1000, -1, 100).index).toBe(0)
  expect(after(1000, 20, 79).index).toBe(0)
  expect(after(1000, 50, 100).index).toBe(0)
})

test('the critical humidity falls with warmth to its minimum', () => {
  expect(criticalRhPct(-5, verySensitive.class)).toBe(100)
  expect(criticalRhPct(5, verySensitive.class)).toBeCloseTo(88.02, 2)
  expect(criticalRhPct(30, verySensitive.class)).toBe(80)
})

test('it falls for six dry hours, rests until a day is over, then falls more slowly', () => {
  const grown = after(24 * 7, 20, 98)
  const fell = (hours: number) => grown.index - after(hours, 20, 40, grown, 24 * 7).index
  expect(fell(6)).toBeCloseTo((6 * 0.032 * 0.5) / 24, 12)
  expect(fell(24)).toBeCloseTo(fell(6), 12)
  expect(fell(34) - fell(24)).toBeCloseTo((10 * 0.016 * 0.5) / 24, 12)
})

test('hours without a reading leave it as it is, and count as dry', () => {
  const grown = after(24 * 7, 20, 98)
  const muchLater = mouldAfter(grown, 24 * 7 + 500, 20, 40, verySensitive)
  expect(grown.index - muchLater.index).toBeCloseTo((0.016 * 0.5) / 24, 12)
})
