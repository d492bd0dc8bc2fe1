// One vehicle's shift. Who reads it decides how its stops say why: in code and evidence alone
// (`reasonSchema`, `reasonToWire`), or with a sentence besides.
import type { Reason, Run, RunStatus, RunTotals, Stop } from '@bakwacht/domain'
import { z } from 'zod'
import { pointSchema, wirePoint } from './point.ts'
import { resultSchema, resultToWire } from './result.ts'
import { rounded } from './rounded.ts'
import { dateSchema, timeSchema, wireTime } from './time.ts'

export const RUN_STATUSES = [
  'draft',
  'approved',
  'started',
  'done',
  'cancelled',
] as const satisfies readonly RunStatus[]

export const totalsSchema = z.object({
  distance_m: z.number().describe('Metres.'),
  duration_s: z.number().describe('Seconds from leaving the depot to being back.'),
  kg: z.number().describe('Expected, kg.'),
  l: z.number().describe('Expected, litres.'),
  cost: z.number().describe('€.'),
})

export const stopSchemaWith = <Why extends z.ZodType>(reason: Why) =>
  z.object({
    id: z.string(),
    seq: z.int().describe('From 1, in driving order.'),
    trip: z.int().describe('From 1; a trip ends with its unloading.'),
    kind: z.enum(['container', 'unload', 'pickup']),
    container_id: z.string().nullable(),
    name: z.string(),
    location: pointSchema,
    arrival: timeSchema,
    departure: timeSchema,
    expected_kg: z.number().describe('kg.'),
    expected_l: z.number().describe('Litres.'),
    leg_distance_m: z.number().describe('Metres from the stop or depot before.'),
    leg_duration_s: z.number().describe('Seconds from the stop or depot before.'),
    reason,
    lock: z.enum(['none', 'vehicle', 'position']).describe('What planning again must keep.'),
    result: resultSchema.nullable().describe("The driver's word; null: none yet."),
  })

export const runSchemaWith = <StopOnWire extends z.ZodType>(stop: StopOnWire) =>
  z.object({
    id: z.string(),
    plan_id: z.string(),
    version: z.int(),
    date: dateSchema,
    depot_id: z.string(),
    vehicle_id: z.string(),
    driver: z.string().nullable(),
    status: z.enum(RUN_STATUSES),
    departure: timeSchema.describe('Leaving the depot.'),
    arrival: timeSchema.describe('Back at the depot.'),
    pause: z.object({ from: timeSchema, to: timeSchema }).nullable(),
    stops: z.array(stop),
    totals: totalsSchema,
    travel_times: z.enum(['roads', 'estimate']).describe('estimate: calibrated straight lines.'),
  })

/** @param why how each stop's reason is said */
export const runToWire = <Why>(run: Run, why: (reason: Reason) => Why) => ({
  id: run.id,
  plan_id: run.planId,
  version: run.version,
  date: run.date,
  depot_id: run.depotId,
  vehicle_id: run.vehicleId,
  driver: run.driver,
  status: run.status,
  departure: wireTime(run.departure),
  arrival: wireTime(run.arrival),
  pause: run.pause && { from: wireTime(run.pause.from), to: wireTime(run.pause.to) },
  stops: run.stops.map((stop) => stopToWire(stop, why)),
  totals: totalsToWire(run.totals),
  travel_times: run.way === undefined ? ('estimate' as const) : ('roads' as const),
})

const stopToWire = <Why>(stop: Stop, why: (reason: Reason) => Why) => ({
  id: stop.id,
  seq: stop.seq,
  trip: stop.trip,
  kind: stop.kind,
  container_id: stop.containerId,
  name: stop.name,
  location: wirePoint(stop.location),
  arrival: wireTime(stop.arrival),
  departure: wireTime(stop.departure),
  expected_kg: rounded(stop.expectedKg, 1),
  expected_l: rounded(stop.expectedL, 0),
  leg_distance_m: rounded(stop.legDistanceM, 0),
  leg_duration_s: rounded(stop.legDurationS, 0),
  reason: why(stop.reason),
  lock: stop.lock,
  result: stop.result && resultToWire(stop.result),
})

export const totalsToWire = (totals: RunTotals) => ({
  distance_m: rounded(totals.distanceM, 0),
  duration_s: rounded(totals.durationS, 0),
  kg: rounded(totals.kg, 1),
  l: rounded(totals.l, 0),
  cost: rounded(totals.cost, 2),
})
