// What a planner can do to a plan. All ops of one PATCH are done, or none.
import type { PlanDelta, PlanOp } from '@bakwacht/planning'
import { rounded } from '@bakwacht/wire'
import { z } from 'zod'
import { idSchema, keySchema } from './id.ts'
import { planSchema } from './plan.ts'
import { textSchema } from './text.ts'

const runIds = z.array(keySchema).min(1).max(1000).optional().describe('Default: all.')
const placeSchema = z.object({
  run_id: keySchema.optional(),
  vehicle_id: idSchema
    .optional()
    .describe('Instead of run_id: one that stays in so far gets a run.'),
  seq: z
    .int()
    .min(1)
    .max(10_000)
    .optional()
    .describe('Place in the run, from 1. Default: where it costs least.'),
})
const isOneAtMost = (to: z.output<typeof placeSchema>) =>
  to.run_id === undefined || to.vehicle_id === undefined

const opSchema = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('approve'), run_ids: runIds }),
  z.strictObject({ op: z.literal('unapprove') }),
  z.strictObject({ op: z.literal('cancel'), run_ids: runIds }),
  z.strictObject({
    op: z.literal('assign_driver'),
    run_id: keySchema,
    driver: textSchema(200).trim().min(1).nullable(),
  }),
  z.strictObject({
    op: z.literal('lock'),
    stop_id: keySchema,
    lock: z.enum(['none', 'vehicle', 'position']),
  }),
  z
    .strictObject({ op: z.literal('move'), stop_id: keySchema, ...placeSchema.shape })
    .refine((to) => isOneAtMost(to) && (to.run_id ?? to.vehicle_id) !== undefined, {
      path: ['run_id'],
      message: 'either run_id or vehicle_id',
    }),
  z.strictObject({ op: z.literal('drop'), stop_id: keySchema }),
  z
    .strictObject({ op: z.literal('add'), container_id: idSchema, ...placeSchema.shape })
    .refine(isOneAtMost, { path: ['run_id'], message: 'run_id or vehicle_id, not both' }),
  z.strictObject({ op: z.literal('reoptimise'), run_ids: runIds }),
  z.strictObject({
    op: z.literal('restore'),
    version: z
      .int()
      .min(1)
      .describe(
        'Back to how it was then; the newest 20 are kept for two days. Refused if a bin would come back that is retired, burning or was emptied since.',
      ),
  }),
])

export const planChangeSchema = z.strictObject({ ops: z.array(opSchema).min(1).max(500) }).meta({
  id: 'PlanChange',
  description: 'Done in their order; all or none.',
  examples: [{ ops: [{ op: 'approve' }] }],
})

export const changedPlanSchema = z
  .object({
    ...planSchema.shape,
    dry_run: z.boolean().describe('True: nothing was stored.'),
    delta: z
      .object({
        cost: z.number().describe('€.'),
        distance_m: z.number().describe('Metres.'),
        duration_s: z.number().describe('Seconds.'),
      })
      .describe('After minus before.'),
  })
  .meta({ id: 'ChangedPlan' })

export const deltaToWire = (delta: PlanDelta) => ({
  cost: rounded(delta.cost, 2),
  distance_m: rounded(delta.distanceM, 0),
  duration_s: rounded(delta.durationS, 0),
})

export function opFromWire(wire: z.output<typeof opSchema>): PlanOp {
  switch (wire.op) {
    case 'approve':
    case 'cancel':
    case 'reoptimise':
      return wire.run_ids === undefined ? { op: wire.op } : { op: wire.op, runIds: wire.run_ids }
    case 'unapprove':
      return { op: wire.op }
    case 'assign_driver':
      return { op: wire.op, runId: wire.run_id, driver: wire.driver }
    case 'lock':
      return { op: wire.op, stopId: wire.stop_id, lock: wire.lock }
    case 'move':
      return { op: wire.op, stopId: wire.stop_id, ...targetFromWire(wire) }
    case 'drop':
      return { op: wire.op, stopId: wire.stop_id }
    case 'add':
      return { op: wire.op, containerId: wire.container_id, ...targetFromWire(wire) }
    case 'restore':
      return { op: wire.op, version: wire.version }
  }
}

const targetFromWire = (wire: z.output<typeof placeSchema>) => ({
  ...(wire.run_id !== undefined && { runId: wire.run_id }),
  ...(wire.vehicle_id !== undefined && { vehicleId: wire.vehicle_id }),
  ...(wire.seq !== undefined && { seq: wire.seq }),
})
