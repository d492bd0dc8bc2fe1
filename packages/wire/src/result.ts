import { STOP_OUTCOMES, type StopResult } from '@bakwacht/domain'
import { z } from 'zod'
import { timeSchema, wireTime } from './time.ts'

const kg = z.number().nonnegative().max(100_000)

export const resultSchema = z
  .object({
    outcome: z.enum(STOP_OUTCOMES),
    kg: kg.nullable().describe('Weighed or estimated, kg.'),
    wet_kg: kg.nullable().describe('Of which wet, kg.'),
    destination: z.string().nullable().describe('Where the load went.'),
    note: z.string().nullable(),
    at: timeSchema.describe('When it happened.'),
  })
  .meta({ id: 'StopResult', description: "A driver's word about a stop." })

export const resultToWire = (result: StopResult) => ({
  outcome: result.outcome,
  kg: result.kg,
  wet_kg: result.wetKg,
  destination: result.destination,
  note: result.note,
  at: wireTime(result.at),
})
