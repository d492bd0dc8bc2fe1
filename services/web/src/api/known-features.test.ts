import type { Fleet } from '@bakwacht/api/contract'
import { expect, test } from 'vitest'
import { withKnown } from './known-features.ts'

const feature = (id: string, changes: object = {}) => ({
  type: 'Feature',
  id,
  geometry: { type: 'Point', coordinates: [4.7, 50.9] },
  properties: { id, name: id, fill_pct: 40, alerts: ['silent'], ...changes },
})
const fleet = (...features: readonly object[]) =>
  ({ type: 'FeatureCollection', features }) as unknown as Fleet

test('a container that is as it was stays the same object', () => {
  const before = fleet(feature('a'), feature('b'), feature('c'), feature('gone'))
  const now = fleet(
    feature('a'),
    feature('b', { fill_pct: 41 }),
    feature('c', { alerts: [] }),
    feature('new'),
  )
  const merged = withKnown(before, now)
  expect(merged).toEqual(now)
  expect(merged.features.map((each, at) => each === before.features[at])).toEqual([
    true,
    false,
    false,
    false,
  ])
})

test('5,000 containers are compared in no time that anybody notices', () => {
  const many = () => fleet(...Array.from({ length: 5000 }, (_, at) => feature(`bin-${at}`)))
  const before = many()
  const now = many()
  // This thread's own work, whatever else the machine does.
  const began = process.threadCpuUsage()
  const merged = withKnown(before, now)
  const { user, system } = process.threadCpuUsage(began)
  expect(user + system).toBeLessThan(200_000)
  expect(merged.features.every((each, at) => each === before.features[at])).toBe(true)
})
