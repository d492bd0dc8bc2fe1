import type { Run } from '@bakwacht/domain'
import type { Writing } from '../database/writing.ts'
import { withResults } from './read-plans.ts'
import { OVERDUE_MS } from './run-status.ts'
import { currentRuns, logCurrentRuns } from './vehicle-run.ts'
import { renewPlan, writeRun } from './write-plans.ts'

/** A run's arrival is its shift's end. */
export async function endOverdue(tx: Writing, now: number): Promise<readonly Run[]> {
  const rows = await tx.trx
    .selectFrom('runs')
    .selectAll()
    .where('status', 'in', ['approved', 'started'])
    .where('arrival', '<=', now - OVERDUE_MS)
    .execute()
  const vehicles = rows.map((row) => row.vehicle_id)
  const driven = await currentRuns(tx, vehicles)

  const ended = (await withResults(tx.trx, rows)).map(
    (run): Run => ({ ...run, status: 'done', version: run.version + 1 }),
  )
  for (const run of ended) await writeRun(tx, run, now)
  for (const planId of new Set(ended.map((run) => run.planId))) await renewPlan(tx, planId, now)
  await logCurrentRuns(tx, vehicles, driven, now)
  return ended
}
