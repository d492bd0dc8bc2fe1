import type { Device } from '@bakwacht/api/contract'
import { expect, test } from 'vitest'
import { deviceRows, filteredDevices } from './device-rows.ts'

const device = (id: string, container_id: string | null, active = true): Device => ({
  id,
  registered: true,
  active,
  created_at: null,
  container_id,
  config: null,
  status: null,
})

const devices = [
  device('a', 'quiet'),
  device('b', 'new'),
  device('c', null),
  device('d', null, false),
]

test('a sensor is silent where its container has that alert, and waiting before its first reading', () => {
  const rows = deviceRows(devices, [], [{ kind: 'silent', container_id: 'quiet' }])
  expect(rows.map(({ id, heard }) => [id, heard])).toEqual([
    ['a', 'silent'],
    ['b', 'waiting'],
    ['c', 'loose'],
    ['d', 'retired'],
  ])
})

test('those out of use are shown when they are asked for, and words are sought in code and container', () => {
  const rows = deviceRows(devices, [], [])
  const ids = (text: string, heard: Parameters<typeof filteredDevices>[2]) =>
    filteredDevices(rows, text, heard).map(({ id }) => id)
  expect(ids('', '')).toEqual(['a', 'b', 'c'])
  expect(ids('', 'retired')).toEqual(['d'])
  expect(ids('QUIET', '')).toEqual(['a'])
})
