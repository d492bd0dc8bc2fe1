import type { AlertKind, Container, ContainerState, Settings } from '@bakwacht/domain'
import { pointSchema, rounded, timeSchema, wirePoint, wireTimeOrNull } from '@bakwacht/wire'
import { z } from 'zod'
import { idSchema } from '../schemas/id.ts'
import { MARKS, markOf } from './mark.ts'

const propertiesSchema = z.object({
  id: idSchema,
  name: z.string(),
  site_id: z.string().nullable(),
  municipality: z.string().nullable(),
  depot_id: z.string().nullable(),
  capacity_l: z.number().describe('Litres.'),
  mark: z
    .enum(MARKS)
    .describe('must: full or damp; may: worth a look; unknown: no trustworthy data.'),
  fill_pct: z.number().nullable().describe('%, one decimal; null: nothing known.'),
  fill_source: z.enum(['sensor', 'estimate']).nullable(),
  full_at: timeSchema.nullable().describe('100 % is expected.'),
  damp: z.enum(['unknown', 'dry', 'watch', 'damp', 'water_ingress']),
  battery_low: z.boolean(),
  last_reading_at: timeSchema.nullable(),
  last_emptied_at: timeSchema.nullable(),
  alerts: z.array(z.string()).describe('Kinds of the open alerts.'),
})

export const fleetSchema = z
  .object({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        id: idSchema,
        geometry: pointSchema,
        properties: propertiesSchema,
      }),
    ),
  })
  .meta({ id: 'Fleet', description: 'GeoJSON, RFC 7946.' })

export const featureOf = (
  container: Container,
  state: ContainerState | undefined,
  alerts: readonly AlertKind[],
  settings: Settings,
): z.output<typeof fleetSchema>['features'][number] => ({
  type: 'Feature',
  id: container.id,
  geometry: wirePoint(container.location),
  properties: {
    id: container.id,
    name: container.name,
    site_id: container.siteId,
    municipality: container.municipality,
    depot_id: container.depotId,
    capacity_l: container.capacityL,
    mark: markOf(container, state, settings),
    fill_pct: state === undefined ? null : rounded(state.fill.pct, 1),
    fill_source: state?.fill.source ?? null,
    full_at: wireTimeOrNull(state?.fill.fullAt ?? null),
    damp: state?.damp.level ?? 'unknown',
    battery_low: state?.health.batteryLow ?? false,
    last_reading_at: wireTimeOrNull(state?.lastReadingAt ?? null),
    last_emptied_at: wireTimeOrNull(state?.lastEmptiedAt ?? container.lastEmptiedAt),
    alerts: [...alerts],
  },
})
