import { type Device, type DeviceStatus, deviceConfigDefaults } from '@bakwacht/domain'
import { expect, test } from 'vitest'
import { StatusWriter } from './status-writer.ts'

const status = (online: boolean, firmware: string | null = null): DeviceStatus => ({
  online,
  firmware,
  configRev: null,
  at: 1,
})

function registeredDevices() {
  const device: Device = {
    id: 'dev-1',
    createdAt: 0,
    config: deviceConfigDefaults,
    status: status(true, '1.4.2'),
    active: true,
  }
  const written: [string, DeviceStatus][] = []
  let failures = 0
  return {
    written,
    failOnce: () => failures++,
    find: async (id: string) => (id === 'dev-1' ? device : undefined),
    setStatus: async (id: string, next: DeviceStatus) => {
      if (failures-- > 0) throw new Error('database is locked')
      written.push([id, next])
    },
  }
}
const log = { warn() {} }

test('the newest status of a device is written, with what it said of its firmware before', async () => {
  const devices = registeredDevices()
  const writer = new StatusWriter({ devices, log })
  writer.put('dev-1', status(true, '1.5.0'))
  writer.put('dev-1', status(true, '1.6.0'))
  writer.put('dev-1', status(false))
  await writer.stop()
  expect(devices.written.at(-1)).toEqual(['dev-1', { ...status(false), firmware: '1.4.2' }])
})

test('a device that nobody registered has no status', async () => {
  const devices = registeredDevices()
  const writer = new StatusWriter({ devices, log })
  writer.put('dev-9', status(true))
  await writer.stop()
  expect(devices.written).toEqual([])
})

test('a write that fails is done again', async () => {
  const devices = registeredDevices()
  devices.failOnce()
  const writer = new StatusWriter({ devices, log })
  writer.put('dev-1', status(true, '1.5.0'))
  await expect.poll(() => devices.written.length, { timeout: 5000 }).toBe(1)
  await writer.stop()
})
