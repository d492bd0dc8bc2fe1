import { stateSchema as evaluatedSchema } from '@bakwacht/wire'
import { z } from 'zod'
import { MARKS } from '../fleet/mark.ts'
import { alertSchema } from './alert.ts'

const { container_id, evaluated_at, fill, damp, health, latest, ...rest } = evaluatedSchema.shape

export const stateSchema = z
  .object({
    container_id,
    mark: z.enum(MARKS).describe('How it is shown: must, may, fine, unknown, alarm, retired.'),
    sentences: z.array(z.string()).describe('The same for people, in Accept-Language.'),
    evaluated_at: evaluated_at.nullable().describe('null: not evaluated yet.'),
    ...rest,
    fill: fill.nullable(),
    damp: damp.nullable(),
    health: health.nullable(),
    latest: latest.nullable(),
    alerts: z.array(alertSchema).describe('The open ones.'),
  })
  .meta({ id: 'ContainerState' })

/** What is said of a container that no reading has come from. */
export const NEVER_EVALUATED = {
  evaluated_at: null,
  last_reading_at: null,
  last_emptied_at: null,
  fill: null,
  damp: null,
  health: null,
  latest: null,
}
