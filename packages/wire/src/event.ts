// What is told when something happens, and what stands retained: the shapes without a language.
import { z } from 'zod'
import { alertSchema } from './alert.ts'
import { emptyingSchema } from './emptying.ts'
import { planHeadSchema } from './plan.ts'
import { pointSchema } from './point.ts'
import { reasonSchema } from './reason.ts'
import { resultSchema } from './result.ts'
import { runSchemaWith, stopSchemaWith } from './run.ts'
import { stateSchema } from './state.ts'
import { timeSchema, wireTime } from './time.ts'

const envelope = {
  event_id: z.int().describe('Grows; the same again is a repeat.'),
  at: timeSchema.describe('When it happened.'),
}

const stopSchema = stopSchemaWith(reasonSchema)
const runSchema = runSchemaWith(stopSchema)

/** By what they are about. Not told but retained, and so without an event's id: `vehicleRun`. */
export const eventSchemas = {
  run: z.object({ ...envelope, ...runSchema.shape }),
  alert: z.object({ ...envelope, ...alertSchema.shape }),
  state: z.object({ ...envelope, ...stateSchema.shape }),
  plan: z.object({ ...envelope, ...planHeadSchema.shape }),
  vehicleRun: runSchema,
}

/** What those are made of, by name. */
export const partSchemas = {
  Stop: stopSchema,
  Reason: reasonSchema,
  StopResult: resultSchema,
  Point: pointSchema,
  Emptying: emptyingSchema,
}

/** @param what the event is about, as it looks on the wire */
export const eventToWire = <What extends object>(
  { id, at }: { readonly id: number; readonly at: number },
  what: What,
) => ({ event_id: id, at: wireTime(at), ...what })
