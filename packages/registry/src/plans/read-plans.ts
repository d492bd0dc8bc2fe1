// Reading plans and runs, inside a transaction or outside.
import type { Run, StopResult } from '@bakwacht/domain'
import { inChunks } from '../database/chunks.ts'
import type { Db, PlanRow, RunRow } from '../database/schema.ts'
import type { PlanWithRuns } from '../registry.ts'
import { resultOf } from '../results.ts'
import { planOf, runOf } from './plan-rows.ts'

export async function readPlan(db: Db, id: string): Promise<PlanWithRuns | undefined> {
  const rows = await db.selectFrom('plans').selectAll().where('id', '=', id).execute()
  return (await withRuns(db, rows))[0]
}

export async function readPlanFor(
  db: Db,
  date: string,
  depotId: string | null,
): Promise<PlanWithRuns | undefined> {
  const rows = await db
    .selectFrom('plans')
    .selectAll()
    .where('date', '=', date)
    .where('depot_id', depotId === null ? 'is' : '=', depotId)
    .execute()
  return (await withRuns(db, rows))[0]
}

export async function readRun(db: Db, id: string): Promise<Run | undefined> {
  const rows = await db.selectFrom('runs').selectAll().where('id', '=', id).execute()
  return (await withResults(db, rows))[0]
}

/** Runs in the order of departure. */
export async function withRuns(db: Db, rows: readonly PlanRow[]): Promise<PlanWithRuns[]> {
  const runRows = await inChunks(
    rows.map(({ id }) => id),
    (chunk) =>
      db
        .selectFrom('runs')
        .selectAll()
        .where('plan_id', 'in', chunk)
        .orderBy('departure')
        .orderBy('id')
        .execute(),
  )
  const runs = Map.groupBy(await withResults(db, runRows), ({ planId }) => planId)
  return rows.map((row) => ({ plan: planOf(row), runs: runs.get(row.id) ?? [] }))
}

export async function withResults(db: Db, rows: readonly RunRow[]): Promise<Run[]> {
  const results = await readResults(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => runOf(row, results.get(row.id) ?? new Map()))
}

/** By run id, then by stop id. */
export async function readResults(
  db: Db,
  runIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, StopResult>>> {
  const rows = await inChunks(runIds, (chunk) =>
    db.selectFrom('results').selectAll().where('run_id', 'in', chunk).execute(),
  )
  const results = new Map<string, Map<string, StopResult>>()
  for (const row of rows) {
    const ofRun = results.get(row.run_id) ?? new Map<string, StopResult>()
    results.set(row.run_id, ofRun.set(row.stop_id, resultOf(row)))
  }
  return results
}
