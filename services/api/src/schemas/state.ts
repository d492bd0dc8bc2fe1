import { stateSchema as evaluatedSchema, forecastSchema } from '@bakwacht/wire'
import { z } from 'zod'
import { MARKS } from '../fleet/mark.ts'
import { alertSchema } from './alert.ts'
import {
  atStakeSchema,
  explainedReadingSchema,
  explanationSchema,
  insideSchema,
} from './explanation.ts'

const { container_id, evaluated_at, fill, damp, health, latest, emptied, ...rest } =
  evaluatedSchema.shape

export const stateSchema = z
  .object({
    container_id,
    mark: z.enum(MARKS).describe('How it is shown: must, may, fine, unknown, alarm, retired.'),
    sentences: z.array(z.string()).describe('The same for people, in Accept-Language.'),
    evaluated_at: evaluated_at.nullable().describe('null: not evaluated yet.'),
    ...rest,
    fill: fill.nullable(),
    damp: damp
      .extend({ at_stake: atStakeSchema.nullable().describe('null: nothing, or nobody knows.') })
      .nullable(),
    health: health.nullable(),
    latest: latest.nullable(),
    emptied,
    alerts: z.array(alertSchema).describe('The open ones.'),
    forecast: forecastSchema.nullable().describe('null: not foreseen yet.'),
    kg: insideSchema.nullable().describe('What is in it by weight; null: unknown.'),
    explanation: z
      .array(explanationSchema)
      .describe('Why it is so, and what is planned: sentences with the evidence behind each.'),
    readings: z.array(explainedReadingSchema).describe('The last few, the oldest first.'),
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
  emptied: [],
}
