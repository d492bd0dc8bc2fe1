import { STOP_OUTCOMES, type StopResult } from '@bakwacht/domain'
import { z } from 'zod'
import { textSchema } from './text.ts'
import { timeOf, timeSchema, wireTime } from './time.ts'

const kg = z.number().nonnegative().max(100_000)

const fields = {
  outcome: z.enum(STOP_OUTCOMES),
  kg: kg.nullable().describe('Weighed or estimated, kg.'),
  wet_kg: kg.nullable().describe('Of which wet, kg.'),
  destination: textSchema(200).nullable().describe('Where the load went.'),
  note: textSchema(2000).nullable(),
}

export const resultSchema = z
  .object({ ...fields, at: timeSchema.describe('When it happened.') })
  .meta({ id: 'StopResult' })

export const newResultSchema = z
  .strictObject({
    ...fields,
    kg: fields.kg.default(null),
    wet_kg: fields.wet_kg.default(null),
    destination: fields.destination.default(null),
    note: fields.note.default(null),
    at: timeSchema.optional().describe('When it happened; default: now.'),
  })
  .refine(({ kg, wet_kg }) => kg === null || wet_kg === null || wet_kg <= kg, {
    path: ['wet_kg'],
    message: 'no more than kg',
  })
  .meta({ id: 'NewStopResult', examples: [{ outcome: 'emptied', kg: 74, wet_kg: 2 }] })

export const resultToWire = (result: StopResult) => ({
  outcome: result.outcome,
  kg: result.kg,
  wet_kg: result.wetKg,
  destination: result.destination,
  note: result.note,
  at: wireTime(result.at),
})

export const resultFromWire = (
  wire: z.output<typeof newResultSchema>,
  now: number,
): StopResult => ({
  outcome: wire.outcome,
  kg: wire.kg,
  wetKg: wire.wet_kg,
  destination: wire.destination,
  note: wire.note,
  at: wire.at === undefined ? now : timeOf(wire.at),
})
