import type { Run } from '@bakwacht/api/contract'
import { expect, test } from 'vitest'
import { runFeatures, shareDriven, split } from './run-features.ts'

const EQUATOR = [
  [0, 0],
  [1, 0],
  [3, 0],
] as const

test.each([
  [0, [], EQUATOR],
  [
    0.5,
    [
      [0, 0],
      [1, 0],
      [1.5, 0],
    ],
    [
      [1.5, 0],
      [3, 0],
    ],
  ],
  [1, EQUATOR, []],
] as const)('a line is cut at %d of its length', (share, driven, planned) => {
  expect(split(EQUATOR, share)).toEqual([driven, planned])
})

const run = (changes: object, results: readonly (object | null)[] = [null, null]) =>
  ({
    status: 'started',
    totals: { distance_m: 4000 },
    stops: results.map((result, at) => ({
      seq: at + 1,
      kind: at === 0 ? 'container' : 'unload',
      container_id: at === 0 ? 'bin-1' : null,
      location: { type: 'Point', coordinates: [at, 0] },
      leg_distance_m: 1000,
      result,
    })),
    ...changes,
  }) as unknown as Run

test('what lies before the last stop with a result is driven', () => {
  expect(shareDriven(run({}))).toBe(0)
  expect(shareDriven(run({}, [{}, null]))).toBe(0.25)
  expect(shareDriven(run({}, [null, {}]))).toBe(0.5)
  expect(shareDriven(run({ status: 'done' }))).toBe(1)
  expect(shareDriven(run({ totals: { distance_m: 0 } }))).toBe(0)
})

test('a run is its lines, then its stops with number and hue', () => {
  const { features } = runFeatures([
    { run: run({}, [{}, null]), way: EQUATOR, hue: 3, dashed: true },
  ])
  expect(features.map(({ geometry, properties }) => [geometry.type, properties])).toEqual([
    ['LineString', { hue: 3, dashed: true, driven: true }],
    ['LineString', { hue: 3, dashed: true, driven: false }],
    ['Point', { image: 'stop-3-1', driven: true, id: 'bin-1' }],
    ['Point', { image: 'stop-3-unload', driven: false, id: '' }],
  ])
})
