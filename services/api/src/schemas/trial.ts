import type { Trial, TrialChange, TrialPlan } from '@bakwacht/planning'
import { dateSchema, totalsSchema, totalsToWire } from '@bakwacht/wire'
import { z } from 'zod'
import type { Reader } from '../server/language.ts'
import { reasonFor, reasonSchema } from './reason.ts'
import { newSettingsSchema } from './settings.ts'

export const newTrialSchema = z
  .strictObject({
    settings: newSettingsSchema,
    date: dateSchema
      .nullable()
      .default(null)
      .describe('null: the date that a plan made now is for.'),
  })
  .meta({ id: 'NewTrial' })

const planSchema = z.object({
  runs: z.int(),
  bins: z.int(),
  ...totalsSchema.shape,
  overflows: z
    .number()
    .describe('Of the bins left out so many are expected to overflow before the next visit.'),
})

const changeSchema = z.object({
  container_id: z.string(),
  name: z.string(),
  before: reasonSchema.nullable(),
  after: reasonSchema.nullable(),
})

export const trialSchema = z
  .object({
    date: dateSchema,
    before: planSchema.describe('Planned with the settings that stand.'),
    after: planSchema.describe('Planned with those that are tried.'),
    comes_in: z.array(changeSchema),
    falls_out: z.array(changeSchema),
    other_reason: z.array(changeSchema).describe('Collected both times, for another reason.'),
    not_seen: z
      .array(z.string())
      .describe('Changed too, but two plans do not show it: `plan.solve_seconds` …'),
  })
  .meta({ id: 'Trial', description: 'What other settings would make of a day.' })

interface Told {
  readonly reader: Reader
  readonly nameOf: (containerId: string) => string
  readonly notSeen: readonly string[]
}

export const trialToWire = (trial: Trial, { reader, nameOf, notSeen }: Told) => {
  const reasonToWire = reasonFor(reader)
  const changeToWire = ({ containerId, before, after }: TrialChange) => ({
    container_id: containerId,
    name: nameOf(containerId),
    before: before === undefined ? null : reasonToWire(before),
    after: after === undefined ? null : reasonToWire(after),
  })
  return {
    date: trial.date,
    before: planToWire(trial.before),
    after: planToWire(trial.after),
    comes_in: trial.comesIn.map(changeToWire),
    falls_out: trial.fallsOut.map(changeToWire),
    other_reason: trial.otherReason.map(changeToWire),
    not_seen: [...notSeen],
  }
}

const planToWire = ({ runs, bins, overflows, ...totals }: TrialPlan) => ({
  runs,
  bins,
  ...totalsToWire(totals),
  overflows: Math.round(overflows * 10) / 10,
})
