import type { Plan } from '@bakwacht/domain'
import { z } from 'zod'
import { dateSchema } from './time.ts'

/** What a plan is and what has become of it, without its runs: those are told one by one. */
export const planHeadSchema = z.object({
  id: z.string(),
  version: z.int().describe('Grows with every change; the ETag.'),
  date: dateSchema,
  depot_id: z.string().nullable().describe('null: all depots.'),
  status: z.enum(['planning', 'draft', 'approved', 'failed', 'cancelled']),
  message: z.string().nullable().describe('Why it has failed, or what to know of it.'),
})

export const planHeadToWire = (plan: Plan) => ({
  id: plan.id,
  version: plan.version,
  date: plan.date,
  depot_id: plan.depotId,
  status: plan.status,
  message: plan.message,
})
