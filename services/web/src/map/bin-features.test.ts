import type { Fleet, FleetFeature } from '@bakwacht/api/contract'
import { expect, test } from 'vitest'
import { binChanges } from './bin-changes.ts'
import { binFeatures } from './bin-features.ts'
import { boundsOf } from './bounds.ts'
import { wholeFrom } from './whole-from.ts'

const bin = (id: string, changes: Partial<FleetFeature['properties']> = {}, at = [4.7, 50.9]) =>
  ({
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: at },
    properties: { id, mark: 'fine', fill_pct: 40, damp: 'dry', ...changes },
  }) as FleetFeature
const fleet = (...features: FleetFeature[]) => ({ type: 'FeatureCollection', features }) as Fleet
const drawn = (...features: FleetFeature[]) => binFeatures(fleet(...features)).features

test.each([
  [{ mark: 'must', fill_pct: 86.6, damp: 'damp' }, 'must-87-damp'],
  [{ mark: 'must', fill_pct: 140 }, 'must-100'],
  [{ mark: 'may', fill_pct: 55, damp: 'watch' }, 'may-55'],
  [{ mark: 'fine', fill_pct: null }, 'fine'],
  [{ mark: 'alarm', fill_pct: 12, damp: 'water_ingress' }, 'alarm-damp'],
  [{ mark: 'unknown', fill_pct: 30 }, 'unknown'],
] as const)('%j is drawn as %s', (changes, image) => {
  expect(drawn(bin('a', changes))[0]?.properties.image).toBe(image)
})

test('an alarm lies on top, then what must be emptied', () => {
  const marks = ['retired', 'fine', 'unknown', 'may', 'must', 'alarm'] as const
  const ranks = drawn(...marks.map((mark) => bin(mark, { mark }))).map(
    ({ properties }) => properties.rank,
  )
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
})

test('only those that are wanted are drawn', () => {
  const { features } = binFeatures(fleet(bin('a'), bin('b')), new Set(['b']))
  expect(features.map(({ properties }) => properties.id)).toEqual(['b'])
})

test('a change names those that look other than before, those that are new and those that are gone', () => {
  const before = drawn(bin('same'), bin('fuller'), bin('moved'), bin('gone'))
  const now = drawn(
    bin('same', { fill_pct: 40.2 }),
    bin('fuller', { fill_pct: 41 }),
    bin('moved', {}, [4.8, 50.9]),
    bin('new'),
  )
  const { add, remove } = binChanges(before, now)
  expect(add.map(({ properties }) => properties.id)).toEqual(['fuller', 'moved', 'new'])
  expect(remove).toEqual(['gone'])
})

test('the picture has all of them in it', () => {
  expect(boundsOf([])).toBeUndefined()
  expect(boundsOf(drawn(bin('a', {}, [4.5, 51]), bin('b', {}, [4.7, 50.8])))).toEqual([
    [4.5, 50.8],
    [4.7, 51],
  ])
})

test('the closer together a fleet stands, the closer one must be for its numbers', () => {
  const grid = (degrees: number) =>
    drawn(
      ...Array.from({ length: 400 }, (_, at) =>
        bin(`${at}`, {}, [4 + degrees * (at % 20), 50 + degrees * Math.floor(at / 20)]),
      ),
    )
  const zooms = [1, 0.02, 0.005, 0.0001].map((degrees) => wholeFrom(grid(degrees)))
  expect(zooms).toEqual(zooms.toSorted((a, b) => a - b))
  expect(new Set(zooms).size).toBe(4)
  expect(wholeFrom([])).toBe(zooms[0])
})
