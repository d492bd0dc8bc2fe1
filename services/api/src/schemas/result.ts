import type { StopResult } from '@bakwacht/domain'
import { resultSchema, timeSchema } from '@bakwacht/wire'
import { z } from 'zod'
import { textSchema } from './text.ts'
import { timeOf } from './time.ts'

const { outcome, kg, wet_kg } = resultSchema.shape

export const newResultSchema = z
  .strictObject({
    outcome,
    kg: kg.default(null),
    wet_kg: wet_kg.default(null),
    destination: textSchema(200).nullable().default(null).describe('Where the load went.'),
    note: textSchema(2000).nullable().default(null),
    at: timeSchema.optional().describe('When it happened; default: now.'),
  })
  .refine(({ kg, wet_kg }) => kg === null || wet_kg === null || wet_kg <= kg, {
    path: ['wet_kg'],
    message: 'no more than kg',
  })
  .meta({ id: 'NewStopResult', examples: [{ outcome: 'emptied', kg: 74, wet_kg: 2 }] })

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
