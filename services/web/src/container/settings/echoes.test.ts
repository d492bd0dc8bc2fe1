import type { ContainerState } from '@bakwacht/api/contract'
import { expect, test } from 'vitest'
import { echoesOf, middleMm, newestAlike } from './echoes.ts'

type Reading = ContainerState['readings'][number]

const reading = (hour: number, distanceMm: number | null, doubt?: string): Reading => ({
  ts: `2026-11-23T0${hour}:00:00Z`,
  device_id: 'a',
  distance_mm: distanceMm,
  fill_pct: null,
  temp_c: 7,
  rh_pct: 90,
  battery_v: 3.6,
  rssi_dbm: -80,
  tilt_deg: 0,
  lid_opens: 0,
  seq: hour,
  flags: [],
  counts: doubt === undefined,
  doubt: doubt === undefined ? null : { code: doubt as 'no_echo', text: doubt },
})

test('of a container that was just emptied the readings before do not count', () => {
  const echoes = echoesOf([reading(1, 600), reading(2, 590), reading(3, 1795, 'unconfirmed')])
  expect(newestAlike(echoes).map(({ distanceMm }) => distanceMm)).toEqual([1795])
})

test('of several that agree the middle one is taken, and doubtful echoes are not among them', () => {
  const echoes = echoesOf([
    reading(1, 1700),
    reading(2, 1760),
    reading(3, 1795),
    reading(4, 12, 'distance_impossible'),
    reading(5, 1805),
    reading(6, null, 'no_echo'),
  ])
  const alike = newestAlike(echoes)
  expect(alike.map(({ distanceMm }) => distanceMm)).toEqual([1805, 1795, 1760])
  expect(middleMm(alike)).toBe(1795)
  expect(middleMm(alike.slice(0, 2))).toBe(1800)
  expect(middleMm([])).toBeNull()
})
