import { type Vehicle, type VehicleSize, vehicleDefaults } from '@bakwacht/domain'
import { timeSchema, wireTime } from '@bakwacht/wire'
import { z } from 'zod'
import { idSchema, nameSchema } from './id.ts'
import { textSchema } from './text.ts'
import { clockRangeSchema, timeOf } from './time.ts'

const { cost: costDefaults } = vehicleDefaults

const usual = 'null: usual for its type and payload. Decides which roads it may take.'
const sizeFields = {
  height_m: z.number().positive().max(10).nullable().describe(`Metres; ${usual}`),
  width_m: z.number().positive().max(10).nullable().describe(`Metres; ${usual}`),
  length_m: z.number().positive().max(50).nullable().describe(`Metres; ${usual}`),
  weight_t: z.number().positive().max(100).nullable().describe(`Tonnes, fully loaded; ${usual}`),
}

const fields = {
  id: idSchema,
  name: nameSchema,
  depot_id: idSchema.describe('Where it starts and ends.'),
  type: textSchema(64)
    .min(1)
    .describe("Matched against a container's vehicle_types, e.g. van, truck, crane."),
  payload_kg: z.number().positive().max(100_000).describe('Largest load, kg.'),
  volume_l: z.number().positive().max(1_000_000).describe('Largest load, litres.'),
  ...sizeFields,
  shift: clockRangeSchema.describe('Local hours between leaving the depot and being back.'),
  max_hours: z.number().positive().max(24).describe('Longest time out, hours, break included.'),
  break_min: z.number().min(0).max(480).describe("Minutes of pause in the shift's middle half."),
  cost: z
    .strictObject({
      fixed: z.number().nonnegative().default(costDefaults.fixed).describe('€ a day of use.'),
      per_km: z.number().nonnegative().default(costDefaults.perKm).describe('€ a kilometre.'),
      per_hour: z.number().nonnegative().default(costDefaults.perHour).describe('€ an hour, crew.'),
    })
    .describe('€, VAT left out.'),
  unavailable: z
    .array(
      z
        .strictObject({ from: timeSchema, to: timeSchema })
        .refine(
          ({ from, to }) => timeOf(from) < timeOf(to),
          'a span whose `from` is before its `to`',
        ),
    )
    .max(1000)
    .describe('Out of service, `to` not included.'),
  driver: textSchema(200).trim().min(1).nullable().describe('Who usually drives it.'),
  active: z.boolean().describe('False: retired.'),
}

export const vehicleSchema = z.object(fields).meta({ id: 'Vehicle' })

export const newVehicleSchema = z
  .strictObject({
    ...fields,
    type: fields.type.default(vehicleDefaults.type),
    height_m: fields.height_m.default(null),
    width_m: fields.width_m.default(null),
    length_m: fields.length_m.default(null),
    weight_t: fields.weight_t.default(null),
    shift: fields.shift.default({ ...vehicleDefaults.shift }),
    max_hours: fields.max_hours.default(vehicleDefaults.maxHours),
    break_min: fields.break_min.default(vehicleDefaults.breakMin),
    cost: fields.cost.default({
      fixed: costDefaults.fixed,
      per_km: costDefaults.perKm,
      per_hour: costDefaults.perHour,
    }),
    unavailable: fields.unavailable.default([]),
    driver: fields.driver.default(vehicleDefaults.driver),
    active: fields.active.default(vehicleDefaults.active),
  })
  .meta({
    id: 'NewVehicle',
    description: 'Required: id, name, depot_id, payload_kg, volume_l.',
    examples: [
      { id: 'van-1', name: 'Van 1', depot_id: 'leuven', payload_kg: 1100, volume_l: 12_000 },
    ],
  })

export const vehicleToWire = (vehicle: Vehicle) => ({
  id: vehicle.id,
  name: vehicle.name,
  depot_id: vehicle.depotId,
  type: vehicle.type,
  payload_kg: vehicle.payloadKg,
  volume_l: vehicle.volumeL,
  height_m: vehicle.size?.heightM ?? null,
  width_m: vehicle.size?.widthM ?? null,
  length_m: vehicle.size?.lengthM ?? null,
  weight_t: vehicle.size?.weightT ?? null,
  shift: { ...vehicle.shift },
  max_hours: vehicle.maxHours,
  break_min: vehicle.breakMin,
  cost: {
    fixed: vehicle.cost.fixed,
    per_km: vehicle.cost.perKm,
    per_hour: vehicle.cost.perHour,
  },
  unavailable: vehicle.unavailable.map(({ from, to }) => ({
    from: wireTime(from),
    to: wireTime(to),
  })),
  driver: vehicle.driver,
  active: vehicle.active,
})

const sizeFromWire = (wire: z.output<typeof newVehicleSchema>): Partial<VehicleSize> => ({
  ...(wire.height_m !== null && { heightM: wire.height_m }),
  ...(wire.width_m !== null && { widthM: wire.width_m }),
  ...(wire.length_m !== null && { lengthM: wire.length_m }),
  ...(wire.weight_t !== null && { weightT: wire.weight_t }),
})

export const vehicleFromWire = (wire: z.output<typeof newVehicleSchema>): Vehicle => ({
  id: wire.id,
  name: wire.name,
  depotId: wire.depot_id,
  type: wire.type,
  payloadKg: wire.payload_kg,
  volumeL: wire.volume_l,
  size: sizeFromWire(wire),
  shift: wire.shift,
  maxHours: wire.max_hours,
  breakMin: wire.break_min,
  cost: { fixed: wire.cost.fixed, perKm: wire.cost.per_km, perHour: wire.cost.per_hour },
  unavailable: wire.unavailable.map(({ from, to }) => ({ from: timeOf(from), to: timeOf(to) })),
  driver: wire.driver,
  active: wire.active,
})
