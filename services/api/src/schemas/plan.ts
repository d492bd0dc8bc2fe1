import type { PlanWithRuns } from '@bakwacht/planning'
import {
  dateSchema,
  planHeadSchema,
  planHeadToWire,
  timeSchema,
  totalsSchema,
  totalsToWire,
  wireTime,
} from '@bakwacht/wire'
import { z } from 'zod'
import { inTurns } from '../server/in-turns.ts'
import type { Reader } from '../server/language.ts'
import { idSchema } from './id.ts'
import { reasonFor, reasonSchema } from './reason.ts'
import { runSchema, runToWire } from './run.ts'

export const planSchema = z
  .object({
    ...planHeadSchema.shape,
    totals: totalsSchema.describe('Of all runs that are not cancelled.'),
    runs: z.array(runSchema),
    not_collected: z
      .array(z.object({ container_id: z.string(), reason: reasonSchema }))
      .describe('Every container left out, and why.'),
    settings_version: z.int(),
    solver: z
      .object({
        name: z.string(),
        cost: z.number(),
        seconds: z.number(),
        seed: z.number(),
        iterations: z.number(),
        threads: z.number(),
      })
      .nullable(),
    travel_times: z.enum(['roads', 'estimate']).describe('estimate: calibrated straight lines.'),
    created_at: timeSchema,
    updated_at: timeSchema,
  })
  .meta({ id: 'Plan', description: "A date's collection runs for one depot, or for all." })

export const newPlanSchema = z
  .strictObject({
    date: dateSchema,
    depot_id: idSchema.nullable().default(null).describe('null: all depots in one plan.'),
  })
  .meta({ id: 'NewPlan', examples: [{ date: '2026-11-23' }] })

/** A large day is thousands of sentences: others are answered meanwhile. */
export const planToWire = async ({ plan, runs }: PlanWithRuns, reader: Reader) => ({
  ...planHeadToWire(plan),
  totals: totalsToWire(sumOf(runs)),
  runs: await inTurns(runs, (run) => runToWire(run, reader)),
  not_collected: await inTurns(plan.notCollected, ({ containerId, reason }) => ({
    container_id: containerId,
    reason: reasonFor(reader)(reason),
  })),
  settings_version: plan.settingsVersion,
  solver: plan.solver && { ...plan.solver },
  travel_times: plan.travelTimes,
  created_at: wireTime(plan.createdAt),
  updated_at: wireTime(plan.updatedAt),
})

const sumOf = (runs: PlanWithRuns['runs']) =>
  runs
    .filter(({ status }) => status !== 'cancelled')
    .reduce(
      (sum, { totals }) => ({
        distanceM: sum.distanceM + totals.distanceM,
        durationS: sum.durationS + totals.durationS,
        kg: sum.kg + totals.kg,
        l: sum.l + totals.l,
        cost: sum.cost + totals.cost,
      }),
      { distanceM: 0, durationS: 0, kg: 0, l: 0, cost: 0 },
    )
