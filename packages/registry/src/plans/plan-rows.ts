// Plans and runs as rows. Stops live in their run's body, results in a table of their own.
import type { Plan, Run, RunStatus, Stop, StopResult } from '@bakwacht/domain'
import type { PlanRow, RunRow } from '../database/schema.ts'

export function planOf(row: PlanRow): Plan {
  const { settingsVersion, ...body } = JSON.parse(row.body)
  return {
    id: row.id,
    version: row.version,
    date: row.date,
    depotId: row.depot_id,
    status: row.status as Plan['status'],
    settingsVersion,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    ...body,
  }
}

export function planRowOf(plan: Plan): PlanRow {
  const { notCollected, settingsVersion, solver, travelTimes, message } = plan
  return {
    id: plan.id,
    version: plan.version,
    date: plan.date,
    depot_id: plan.depotId,
    status: plan.status,
    created_at: plan.createdAt,
    updated_at: plan.updatedAt,
    body: JSON.stringify({ notCollected, settingsVersion, solver, travelTimes, message }),
  }
}

/** @param results of this run, by stop id */
export function runOf(row: RunRow, results: ReadonlyMap<string, StopResult>): Run {
  const { stops, ...body } = JSON.parse(row.body)
  return {
    id: row.id,
    planId: row.plan_id,
    version: row.version,
    date: row.date,
    depotId: row.depot_id,
    vehicleId: row.vehicle_id,
    status: row.status as RunStatus,
    departure: row.departure,
    arrival: row.arrival,
    ...body,
    stops: stops.map((stop: Stop) => ({ ...stop, result: results.get(stop.id) ?? null })),
  }
}

export function runRowOf(run: Run): RunRow {
  const { driver, pause, totals, way } = run
  const stops = run.stops.map(({ result: _, ...stop }) => stop)
  return {
    id: run.id,
    plan_id: run.planId,
    version: run.version,
    date: run.date,
    depot_id: run.depotId,
    vehicle_id: run.vehicleId,
    status: run.status,
    departure: run.departure,
    arrival: run.arrival,
    body: JSON.stringify({ driver, pause, totals, stops, way }),
  }
}
