import type { Emptying } from '@bakwacht/domain'
import { z } from 'zod'
import { rounded, roundedOrNull } from './rounded.ts'
import { timeSchema, wireTime } from './time.ts'

export const emptyingSchema = z
  .object({
    at: timeSchema,
    before_pct: z.number().nullable().describe('%; null: nothing was measured.'),
    after_pct: z.number().nullable().describe('%.'),
    partial: z.boolean().describe('Something was left in it.'),
    confidence: z.number().min(0).max(1).describe('That it happened, 0–1.'),
    by: z.enum(['driver', 'signal', 'both']).describe('Who says so.'),
  })
  .meta({ id: 'Emptying', description: 'Textile left the container.' })

export const emptyingToWire = (emptying: Emptying) => ({
  at: wireTime(emptying.at),
  before_pct: roundedOrNull(emptying.beforePct, 1),
  after_pct: roundedOrNull(emptying.afterPct, 1),
  partial: emptying.partial,
  confidence: rounded(emptying.confidence, 3),
  by: emptying.by,
})
