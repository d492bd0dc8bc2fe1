// A run as HTTP shows it, but for the reasons' sentences: who listens here has no language.
import type { Run, Stop, StopResult } from '@bakwacht/domain'
import { time } from './time.ts'

export const runOnWire = (run: Run) => ({
  id: run.id,
  plan_id: run.planId,
  version: run.version,
  date: run.date,
  depot_id: run.depotId,
  vehicle_id: run.vehicleId,
  driver: run.driver,
  status: run.status,
  departure: time(run.departure),
  arrival: time(run.arrival),
  pause: run.pause && { from: time(run.pause.from), to: time(run.pause.to) },
  stops: run.stops.map(stopOnWire),
  totals: {
    distance_m: run.totals.distanceM,
    duration_s: run.totals.durationS,
    kg: run.totals.kg,
    l: run.totals.l,
    cost: run.totals.cost,
  },
})

const stopOnWire = (stop: Stop) => ({
  id: stop.id,
  seq: stop.seq,
  trip: stop.trip,
  kind: stop.kind,
  container_id: stop.containerId,
  name: stop.name,
  location: { type: 'Point', coordinates: stop.location },
  arrival: time(stop.arrival),
  departure: time(stop.departure),
  expected_kg: stop.expectedKg,
  expected_l: stop.expectedL,
  leg_distance_m: stop.legDistanceM,
  leg_duration_s: stop.legDurationS,
  reason: stop.reason,
  lock: stop.lock,
  result: stop.result && resultOnWire(stop.result),
})

const resultOnWire = (result: StopResult) => ({
  outcome: result.outcome,
  kg: result.kg,
  wet_kg: result.wetKg,
  destination: result.destination,
  note: result.note,
  at: time(result.at),
})
