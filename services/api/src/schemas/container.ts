import { type Container, containerDefaults } from '@bakwacht/domain'
import { pointSchema, timeSchema, wirePoint, wireTimeOrNull } from '@bakwacht/wire'
import { z } from 'zod'
import { idSchema, nameSchema } from './id.ts'
import { textSchema } from './text.ts'
import { clockTimeSchema, timeOrNull } from './time.ts'

export const accessSchema = z
  .array(
    z
      .strictObject({
        days: z
          .array(z.int().min(1).max(7))
          .min(1)
          .max(7)
          .describe('Days of the week, 1 Monday … 7 Sunday.'),
        from: clockTimeSchema,
        to: clockTimeSchema,
      })
      .refine(({ from, to }) => from < to, 'a window whose `from` is before its `to`'),
  )
  .max(50)
  .describe('Weekly times in which it may be visited; empty: always.')

const fields = {
  id: idSchema,
  name: nameSchema.describe('What people call it.'),
  site_id: idSchema.nullable().describe('Containers of one site are served together.'),
  location: pointSchema,
  municipality: textSchema(200).nullable().describe('For the reports.'),
  note: textSchema(500)
    .nullable()
    .describe('What a driver should know: where it stands, who has the key.'),
  depot_id: idSchema.nullable().describe('Whose vehicles serve it; null: the only or nearest one.'),
  capacity_l: z.number().positive().max(100_000).describe('Litres when full.'),
  empty_distance_mm: z
    .number()
    .positive()
    .max(20_000)
    .nullable()
    .describe('Sensor to floor when empty, mm; calibrates distance readings.'),
  full_distance_mm: z
    .number()
    .nonnegative()
    .max(20_000)
    .nullable()
    .describe('Sensor to textile when it counts as full, mm.'),
  fill_threshold_pct: z.number().min(1).max(100).describe('Full from this fill level on, %.'),
  service_min: z.number().min(0).max(480).describe('Minutes to empty it.'),
  max_days_between_visits: z.number().min(1).max(366).describe('Due after so many days.'),
  last_emptied_at: timeSchema
    .nullable()
    .describe('Last known full emptying. Not given on PUT: kept as it is known.'),
  access: accessSchema,
  vehicle_types: z
    .array(textSchema(64).min(1))
    .max(50)
    .nullable()
    .describe('Vehicle types that can serve it; null: all.'),
  active: z.boolean().describe('False: retired. Its history stays.'),
}

const example = {
  id: 'kerkplein-1',
  name: 'Kerkplein 3',
  location: { type: 'Point', coordinates: [4.7009, 50.8798] },
  capacity_l: 2200,
  empty_distance_mm: 1800,
  full_distance_mm: 250,
}

export const containerSchema = z
  .object(fields)
  .meta({ id: 'Container', description: 'A textile collection container.' })

export const newContainerSchema = z
  .strictObject({
    ...fields,
    site_id: fields.site_id.default(containerDefaults.siteId),
    municipality: fields.municipality.default(containerDefaults.municipality),
    note: fields.note.default(containerDefaults.note),
    depot_id: fields.depot_id.default(containerDefaults.depotId),
    empty_distance_mm: fields.empty_distance_mm.default(containerDefaults.emptyDistanceMm),
    full_distance_mm: fields.full_distance_mm.default(containerDefaults.fullDistanceMm),
    fill_threshold_pct: fields.fill_threshold_pct.default(containerDefaults.fillThresholdPct),
    service_min: fields.service_min.default(containerDefaults.serviceMin),
    max_days_between_visits: fields.max_days_between_visits.default(
      containerDefaults.maxDaysBetweenVisits,
    ),
    last_emptied_at: fields.last_emptied_at.optional(),
    access: fields.access.default([]),
    vehicle_types: fields.vehicle_types.default(containerDefaults.vehicleTypes),
    active: fields.active.default(containerDefaults.active),
  })
  .refine(
    ({ empty_distance_mm: empty, full_distance_mm: full }) =>
      empty === null || full === null || empty > full,
    { path: ['full_distance_mm'], message: 'a distance below empty_distance_mm' },
  )
  .meta({
    id: 'NewContainer',
    description: 'Required: id, name, location, capacity_l.',
    examples: [example],
  })

export type NewContainer = z.output<typeof newContainerSchema>

export const containerToWire = (container: Container) => ({
  id: container.id,
  name: container.name,
  site_id: container.siteId,
  location: wirePoint(container.location),
  municipality: container.municipality,
  // Those that were registered before there were notes have none.
  note: container.note ?? null,
  depot_id: container.depotId,
  capacity_l: container.capacityL,
  empty_distance_mm: container.emptyDistanceMm,
  full_distance_mm: container.fullDistanceMm,
  fill_threshold_pct: container.fillThresholdPct,
  service_min: container.serviceMin,
  max_days_between_visits: container.maxDaysBetweenVisits,
  last_emptied_at: wireTimeOrNull(container.lastEmptiedAt),
  access: container.access.map(({ days, from, to }) => ({ days: [...days], from, to })),
  vehicle_types: container.vehicleTypes === null ? null : [...container.vehicleTypes],
  active: container.active,
})

/** @param before the container as it is stored, if it is */
export const containerFromWire = (
  wire: NewContainer,
  before: Container | undefined,
  now: number,
): Container => ({
  id: wire.id,
  name: wire.name,
  siteId: wire.site_id,
  location: wire.location.coordinates,
  municipality: wire.municipality,
  note: wire.note,
  depotId: wire.depot_id,
  capacityL: wire.capacity_l,
  emptyDistanceMm: wire.empty_distance_mm,
  fullDistanceMm: wire.full_distance_mm,
  fillThresholdPct: wire.fill_threshold_pct,
  serviceMin: wire.service_min,
  maxDaysBetweenVisits: wire.max_days_between_visits,
  lastEmptiedAt:
    wire.last_emptied_at === undefined
      ? (before?.lastEmptiedAt ?? containerDefaults.lastEmptiedAt)
      : timeOrNull(wire.last_emptied_at),
  access: wire.access,
  vehicleTypes: wire.vehicle_types,
  active: wire.active,
  createdAt: before?.createdAt ?? now,
})
