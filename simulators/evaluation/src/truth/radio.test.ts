import { join } from 'node:path'
import { DAY_MS, HOUR_MS } from '@bakwacht/domain'
import { expect, test } from 'vitest'
import { radioOf } from './radio.ts'
import { readWorld, type SensorRules } from './world-file.ts'

const { sensors } = readWorld(join(import.meta.dirname, '../../worlds/leaks-2.json'))
const quiet: SensorRules = {
  ...sensors,
  ...{ lost_share: 0, duplicate_share: 0, late_share: 0, garbage_share: 0 },
  ...{ deaths_per_year: 0, stuck_per_year: 0, without_clock_share: 0, gaps: false },
}
const span = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 0, 1) + 60 * DAY_MS }
const HOURS = 60 * 24

function heard(rules: SensorRules): string[] {
  const radio = radioOf('device', rules, span, 5)
  return Array.from({ length: HOURS }, (_, hour) => span.from + hour * HOUR_MS).flatMap(
    (at, hour) =>
      radio({ v: 1, seq: hour, ts: at / 1000, distance_mm: 500 + hour }, at).map(({ payload }) =>
        new TextDecoder().decode(payload),
      ),
  )
}
const readingsIn = (
  texts: readonly string[],
): { seq: number; distance_mm: number; ts?: number }[] =>
  texts.flatMap((text) => {
    try {
      return JSON.parse(text)
    } catch {
      return []
    }
  })

test('without faults every reading arrives once, as it was measured', () => {
  expect(readingsIn(heard(quiet)).map(({ seq }) => seq)).toEqual([...Array(HOURS).keys()])
})

test('messages are lost, doubled, late and spoilt at the rates of the file', () => {
  const share = (rules: Partial<SensorRules>) => heard({ ...quiet, ...rules }).length / HOURS
  expect(share({ lost_share: 0.1 })).toBeCloseTo(0.9, 1)
  expect(share({ duplicate_share: 0.1 })).toBeCloseTo(1.1, 1)
  const spoilt = heard({ ...quiet, garbage_share: 0.1 })
  expect(spoilt.length - readingsIn(spoilt).length).toBeGreaterThan(0.05 * HOURS)
  const late = readingsIn(heard({ ...quiet, late_share: 0.1 })).map(({ seq }) => seq)
  expect(late.some((seq, n) => seq < (late[n - 1] ?? 0))).toBe(true)
})

test('what was measured in a gap comes afterwards in arrays, complete', () => {
  const texts = heard({ ...quiet, gaps: true })
  expect(texts.some((text) => text.startsWith('['))).toBe(true)
  expect(readingsIn(texts).map(({ seq }) => seq)).toEqual([...Array(HOURS).keys()])
})

test('a stuck distance repeats itself, a dead device says nothing until it is replaced', () => {
  const stuck = readingsIn(heard({ ...quiet, stuck_per_year: 50 }))
  expect(stuck.some(({ distance_mm }, n) => distance_mm === stuck[n - 1]?.distance_mm)).toBe(true)
  const dead = readingsIn(heard({ ...quiet, deaths_per_year: 20, replaced_after_days: 2 }))
  expect(dead.length).toBeLessThan(HOURS)
  expect(dead.some(({ seq }, n) => seq - (dead[n - 1]?.seq ?? seq) > 40)).toBe(true)
})

test('a device without a clock sends no time', () => {
  const readings = readingsIn(heard({ ...quiet, without_clock_share: 1 }))
  expect(readings.every(({ ts }) => ts === undefined)).toBe(true)
})
