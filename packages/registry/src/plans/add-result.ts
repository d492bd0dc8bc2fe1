// A driver's word about one stop: stored once, and everything that follows from it.
import { isDeepStrictEqual } from 'node:util'
import type { Run, StopResult } from '@bakwacht/domain'
import type { Db } from '../database/schema.ts'
import type { Writing } from '../database/writing.ts'
import type { Plans } from '../registry.ts'
import { readRun } from './read-plans.ts'
import { replaceResult } from './replace-result.ts'
import { statusAfterResult } from './run-status.ts'
import { currentRuns, logCurrentRuns } from './vehicle-run.ts'
import { renewPlan, writeRun } from './write-plans.ts'

export const addResult: (
  tx: Writing,
  ...given: Parameters<Plans['addResult']>
) => ReturnType<Plans['addResult']> = async (tx, given) => {
  const { runId, stopId, result, idempotencyKey, now } = given
  const run = await readRun(tx.trx, runId)
  const stop = run?.stops.find(({ id }) => id === stopId)
  if (run === undefined || stop === undefined) return undefined
  const known = idempotencyKey !== null && !(await rememberKey(tx, runId, idempotencyKey))
  if (known || isDeepStrictEqual(stop.result, result)) return { run, repeated: true }

  const driven = await currentRuns(tx, [run.vehicleId])
  await replaceResult(tx, run.id, stop, result)
  const after = withResult(run, stopId, result)
  await writeRun(tx, after, now)
  await renewPlan(tx, run.planId, now)
  await logCurrentRuns(tx, [run.vehicleId], driven, now)
  return { run: after, repeated: false }
}

export async function hasResultKey(db: Db, run_id: string, key: string): Promise<boolean> {
  const row = await db
    .selectFrom('result_keys')
    .select('key')
    .where('run_id', '=', run_id)
    .where('key', '=', key)
    .executeTakeFirst()
  return row !== undefined
}

/** @returns false if the run's driver has sent this key before */
async function rememberKey({ trx }: Writing, run_id: string, key: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('result_keys')
    .values({ run_id, key })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

function withResult(run: Run, stopId: string, result: StopResult): Run {
  const stops = run.stops.map((stop) => (stop.id === stopId ? { ...stop, result } : stop))
  return { ...run, version: run.version + 1, stops, status: statusAfterResult(run, stops) }
}
