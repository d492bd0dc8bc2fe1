import {
  ALERT_KINDS,
  type AtStake,
  type InsideNow,
  LEARNT_FROM,
  READING_DOUBTS,
  STATEMENT_CODES,
} from '@bakwacht/domain'
import { evidenceSchema, rounded, timeSchema } from '@bakwacht/wire'
import { z } from 'zod'
import { readingSchema } from './reading.ts'

export const explanationSchema = z
  .object({
    code: z.enum([...STATEMENT_CODES, ...ALERT_KINDS]),
    text: z.string().describe('A sentence, in the language of Accept-Language (en, nl, fr, de).'),
    evidence: evidenceSchema,
    readings: z.array(timeSchema).describe('The times of those of `readings` that it rests on.'),
  })
  .meta({
    id: 'Explanation',
    description: 'One thing that is known, expected or decided, and why.',
  })

export const explainedReadingSchema = z
  .object({
    ...readingSchema.shape,
    counts: z.boolean().describe('False: it says nothing of how full the container is.'),
    doubt: z
      .object({ code: z.enum(READING_DOUBTS), text: z.string() })
      .nullable()
      .describe('Why it does not count.'),
  })
  .meta({ id: 'ExplainedReading' })

export const insideSchema = z
  .object({
    kg: z.number().describe('Expected now, kg.'),
    sd_kg: z.number().describe('Standard deviation, kg.'),
    density_kg_per_l: z.number().describe('Kilograms a litre.'),
    learnt_from: z
      .enum(LEARNT_FROM)
      .describe('Its own weighed loads, the fleet’s, or the settings alone.'),
    loads: z.int().describe('Weighed loads behind the density.'),
  })
  .meta({ id: 'Inside' })

export const atStakeSchema = z
  .object({
    kg: z.number().describe('Textile that damp may spoil, kg.'),
    hours: z.number().describe('So far, in air in which mould can grow.'),
    risk_eur: z.number().describe('Expected loss if it waits for the next possible visit, €.'),
  })
  .meta({ id: 'AtStake' })

export const atStakeToWire = (stake: AtStake | null): z.output<typeof atStakeSchema> | null =>
  stake && {
    kg: rounded(stake.kg, 1),
    hours: rounded(stake.hours, 1),
    risk_eur: rounded(stake.riskEur, 2),
  }

export const insideToWire = (inside: InsideNow | null): z.output<typeof insideSchema> | null =>
  inside && {
    kg: rounded(inside.kg, 1),
    sd_kg: rounded(inside.sdKg, 1),
    density_kg_per_l: rounded(inside.kgPerL, 4),
    learnt_from: inside.learntFrom,
    loads: inside.loads,
  }
