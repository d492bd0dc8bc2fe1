import type { Device } from '@bakwacht/domain'
import type { DeviceRow } from '../database/schema.ts'

/** What everybody may know of a device. */
type OpenRow = Omit<DeviceRow, 'secret_hash' | 'mosquitto_password'>

export const deviceOf = (row: OpenRow): Device => ({
  id: row.id,
  createdAt: row.created_at,
  config: JSON.parse(row.config),
  status: row.status === null ? null : JSON.parse(row.status),
  active: row.active === 1,
})

export const rowOf = (device: Device): OpenRow => ({
  id: device.id,
  created_at: device.createdAt,
  active: device.active ? 1 : 0,
  config: JSON.stringify(device.config),
  status: device.status === null ? null : JSON.stringify(device.status),
})

export const DEVICE_COLUMNS = [
  'id',
  'created_at',
  'active',
  'config',
  'status',
] as const satisfies readonly (keyof DeviceRow)[]
