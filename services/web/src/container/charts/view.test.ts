import { expect, test } from 'vitest'
import { DAY, HOUR, moved, PRESETS, presetSpan, stepFor, stepMs, zoomed } from './view.ts'

const NOW = Date.parse('2026-11-23T04:00:00Z')

test('a view ends in what is expected, at most two weeks of it', () => {
  expect(presetSpan('two_days', NOW)).toEqual({ from: NOW - 2 * DAY, to: NOW + DAY })
  expect(presetSpan('three_months', NOW)).toEqual({ from: NOW - 91 * DAY, to: NOW + 14 * DAY })
})

test('however long the view, about 1,500 points are asked for at most', () => {
  for (const days of [0.1, 2, 14, 91, 366, 1000]) {
    const span = { from: NOW - days * DAY, to: NOW }
    const points = (days * DAY) / stepMs(stepFor(span))
    expect(points).toBeLessThanOrEqual(1500)
    if (days >= 2) expect(points).toBeGreaterThan(100)
  }
  expect(Object.keys(PRESETS)).toHaveLength(3)
})

test('zooming keeps the middle, and stops at an hour', () => {
  expect(zoomed({ from: 0, to: 4 * DAY }, 0.5)).toEqual({ from: DAY, to: 3 * DAY })
  expect(zoomed({ from: 0, to: 2 * HOUR }, 0.1)).toEqual({ from: HOUR / 2, to: HOUR * 1.5 })
  expect(zoomed({ from: 0, to: 4 * DAY }, 0.5, DAY)).toEqual({ from: DAY / 2, to: 2.5 * DAY })
  expect(moved({ from: 0, to: 4 * DAY }, -0.5)).toEqual({ from: -2 * DAY, to: 2 * DAY })
})
