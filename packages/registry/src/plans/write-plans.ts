// Writing plans and runs, each with its event in the same transaction.
import type { Plan, Run } from '@bakwacht/domain'
import type { Writing } from '../database/writing.ts'
import { planOf, planRowOf, runRowOf } from './plan-rows.ts'
import { planStatus } from './run-status.ts'
import { toldRun } from './told-run.ts'

export async function writePlan(tx: Writing, plan: Plan, at: number): Promise<void> {
  const { id, ...row } = planRowOf(plan)
  await tx.trx
    .insertInto('plans')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
  const { notCollected, ...rest } = plan
  // Of thousands of containers left out, subscribers learn the number; the plan itself has them all.
  const payload = { ...rest, notCollectedCount: notCollected.length }
  tx.log({ at, kind: 'plan', subject: plan.id, payload })
}

export async function writeRun(tx: Writing, run: Run, at: number): Promise<void> {
  const { id, ...row } = runRowOf(run)
  await tx.trx
    .insertInto('runs')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
  tx.log({ at, kind: 'run', subject: run.id, payload: { ...toldRun(run) } })
}

/** Those who follow a run learn that it is no more. */
export async function removeRun(tx: Writing, run: Run, at: number): Promise<void> {
  await tx.trx.deleteFrom('runs').where('id', '=', run.id).execute()
  const cancelled = { ...toldRun(run), version: run.version + 1, status: 'cancelled' }
  tx.log({ at, kind: 'run', subject: run.id, payload: cancelled })
}

/** One of the plan's runs has changed: the next version, with the status that follows. */
export async function renewPlan(tx: Writing, planId: string, at: number): Promise<void> {
  const row = await tx.trx
    .selectFrom('plans')
    .selectAll()
    .where('id', '=', planId)
    .executeTakeFirstOrThrow()
  const plan = planOf(row)
  const statuses = await tx.trx
    .selectFrom('runs')
    .select('status')
    .where('plan_id', '=', planId)
    .$narrowType<{ status: Run['status'] }>()
    .execute()
  const status = planStatus(plan.status, statuses)
  await writePlan(tx, { ...plan, version: plan.version + 1, status, updatedAt: at }, at)
}
