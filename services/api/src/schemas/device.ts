import { type Assignment, type Device, deviceConfigDefaults } from '@bakwacht/domain'
import { timeSchema, wireTime, wireTimeOrNull } from '@bakwacht/wire'
import { z } from 'zod'
import { idSchema } from './id.ts'

const configFields = {
  report_s: z.int().min(10).max(604_800).describe('Seconds between reports.'),
  measure_s: z.int().min(10).max(604_800).describe('Seconds between measurements.'),
}

export const newDeviceConfigSchema = z
  .strictObject({
    report_s: configFields.report_s.default(deviceConfigDefaults.reportS),
    measure_s: configFields.measure_s.default(deviceConfigDefaults.measureS),
  })
  .meta({ id: 'NewDeviceConfig', examples: [{ report_s: 3600, measure_s: 900 }] })

export const deviceConfigSchema = z
  .object({ rev: z.int().describe('Grows with every change.'), ...configFields })
  .meta({ id: 'DeviceConfig', description: 'Published to the device, retained.' })

export const deviceSchema = z
  .object({
    id: idSchema,
    registered: z.boolean().describe('False: it has sent readings, but nobody registered it.'),
    active: z.boolean().describe('False: retired, and it may not sign in.'),
    created_at: timeSchema.nullable(),
    container_id: idSchema.nullable().describe('Where it sits now; null: unassigned.'),
    config: deviceConfigSchema.nullable(),
    status: z
      .object({
        online: z.boolean(),
        fw: z.string().nullable().describe('Firmware version.'),
        config_rev: z.int().nullable().describe('The config that it runs.'),
        at: timeSchema,
      })
      .nullable()
      .describe('What the device last said of itself; null: never.'),
    newest_reading_at: timeSchema
      .nullable()
      .optional()
      .describe('Given with `?unassigned=true`: its newest reading.'),
  })
  .meta({ id: 'Device' })

export const newDeviceSchema = z
  .strictObject({
    id: idSchema,
    container_id: idSchema.optional().describe('Assigns it at once.'),
    from: timeSchema.optional().describe('Since when it sits there; default: now.'),
    config: newDeviceConfigSchema.optional(),
  })
  .meta({ id: 'NewDevice', examples: [{ id: 'sensor-17', container_id: 'kerkplein-1' }] })

export const deviceSecretSchema = z
  .object({ id: idSchema, secret: z.string().describe('Shown this once; stored hashed.') })
  .meta({ id: 'DeviceSecret' })

export const assignmentSchema = z
  .object({
    device_id: idSchema,
    container_id: idSchema,
    from: timeSchema,
    to: timeSchema.nullable().describe('Not included; null: it still sits there.'),
  })
  .meta({ id: 'Assignment' })

export const newAssignmentSchema = z
  .strictObject({
    container_id: idSchema.nullable().describe('null: taken out of its container.'),
    from: timeSchema.optional().describe('Since when; default: now.'),
  })
  .meta({ id: 'NewAssignment', examples: [{ container_id: 'kerkplein-1' }] })

export const deviceToWire = (device: Device, containerId: string | null) => ({
  id: device.id,
  registered: true,
  active: device.active,
  created_at: wireTime(device.createdAt),
  container_id: containerId,
  config: deviceConfigToWire(device.config),
  status:
    device.status === null
      ? null
      : {
          online: device.status.online,
          fw: device.status.firmware,
          config_rev: device.status.configRev,
          at: wireTime(device.status.at),
        },
})

export const deviceConfigToWire = ({ rev, reportS, measureS }: Device['config']) => ({
  rev,
  report_s: reportS,
  measure_s: measureS,
})

export const deviceConfigFromWire = (wire: z.output<typeof newDeviceConfigSchema>) => ({
  reportS: wire.report_s,
  measureS: wire.measure_s,
})

export const strangerToWire = (deviceId: string) => ({
  id: deviceId,
  registered: false,
  active: false,
  created_at: null,
  container_id: null,
  config: null,
  status: null,
})

export const assignmentToWire = ({ deviceId, containerId, from, to }: Assignment) => ({
  device_id: deviceId,
  container_id: containerId,
  from: wireTime(from),
  to: wireTimeOrNull(to),
})
