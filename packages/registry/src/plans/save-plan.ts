// Storing a plan as a planner or the search made it.
import { isDeepStrictEqual } from 'node:util'
import type { Plan, Run } from '@bakwacht/domain'
import type { Writing } from '../database/writing.ts'
import { VersionConflict } from '../refusals.ts'
import type { PlanWithRuns } from '../registry.ts'
import { resultRowOf } from '../results.ts'
import { keepEarlier } from './earlier-plans.ts'
import { readPlan, readPlanFor, readResults } from './read-plans.ts'
import { planStatus } from './run-status.ts'
import { currentRuns, logCurrentRuns } from './vehicle-run.ts'
import { removeRun, writePlan, writeRun } from './write-plans.ts'

export async function savePlan(
  tx: Writing,
  next: PlanWithRuns,
  expectedVersion: number,
  now: number,
): Promise<void> {
  const before = await readPlan(tx.trx, next.plan.id)
  await refuseOtherVersion(tx, next.plan, before?.plan, expectedVersion)
  const runs = next.runs.map((run) => ({ ...run, planId: next.plan.id }))
  if (before !== undefined) await keepEarlier(tx, before, now)
  const vehicles = [...(before?.runs ?? []), ...runs].map(({ vehicleId }) => vehicleId)
  const driven = await currentRuns(tx, vehicles)

  const version = Math.max(next.plan.version, expectedVersion + 1)
  const status = planStatus(next.plan.status, runs)
  await writePlan(tx, { ...next.plan, version, status }, now)
  await removeOthers(tx, before?.runs ?? [], runs, now)
  for (const run of runs) await saveRun(tx, run, before, now)
  await logCurrentRuns(tx, vehicles, driven, now)
}

/** Also when another plan has the date and depot already. */
async function refuseOtherVersion(
  { trx }: Writing,
  plan: Plan,
  before: Plan | undefined,
  expected: number,
): Promise<void> {
  const stored = before ?? (await readPlanFor(trx, plan.date, plan.depotId))?.plan
  const got = stored?.version ?? 0
  if (got !== expected || stored?.id !== before?.id) throw new VersionConflict(expected, got)
}

async function removeOthers(
  tx: Writing,
  before: readonly Run[],
  runs: readonly Run[],
  now: number,
): Promise<void> {
  const kept = new Set(runs.map(({ id }) => id))
  for (const run of before) if (!kept.has(run.id)) await removeRun(tx, run, now)
}

/** A run that says the same keeps its version, and nobody is told of it. */
async function saveRun(
  tx: Writing,
  given: Run,
  plan: PlanWithRuns | undefined,
  now: number,
): Promise<void> {
  const before = plan?.runs.find(({ id }) => id === given.id)
  await keepResults(tx, given)
  const run = await withStoredResults(tx, given)
  if (before === undefined) return writeRun(tx, run, now)
  if (isDeepStrictEqual({ ...run, version: before.version }, before)) return
  await writeRun(tx, { ...run, version: Math.max(run.version, before.version + 1) }, now)
}

/** Results come in by `addResult`; one that a plan brings along is kept unless there is one. */
async function keepResults({ trx, next }: Writing, run: Run): Promise<void> {
  for (const stop of run.stops)
    if (stop.result !== null)
      await trx
        .insertInto('results')
        .values(resultRowOf(run.id, stop, stop.result, null, next()))
        .onConflict((conflict) => conflict.columns(['run_id', 'stop_id']).doNothing())
        .execute()
}

async function withStoredResults({ trx }: Writing, run: Run): Promise<Run> {
  const results = (await readResults(trx, [run.id])).get(run.id)
  return {
    ...run,
    stops: run.stops.map((stop) => ({ ...stop, result: results?.get(stop.id) ?? null })),
  }
}
