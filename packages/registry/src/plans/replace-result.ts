// One result instead of another (or none), and what it means for the container and its requests.
// Drivers correct themselves: what the first word did is taken back before the second does its own.
import type { Container, Stop, StopResult } from '@bakwacht/domain'
import type { Writing } from '../database/writing.ts'
import { findThing, writeThings } from '../registers/register.ts'
import { resultRowOf } from '../results.ts'

export async function replaceResult(
  tx: Writing,
  runId: string,
  stop: Stop,
  result: StopResult,
): Promise<void> {
  await takeBack(tx, runId, stop)
  const container = await containerOf(tx, stop)
  const emptied = result.outcome === 'emptied'
  if (emptied) {
    await closeRequests(tx, runId, stop, result.at)
    if (container !== undefined)
      await setEmptied(tx, container, Math.max(result.at, container.lastEmptiedAt ?? result.at))
  }
  touch(tx, stop, result)
  const { run_id, stop_id, ...row } = resultRowOf(
    runId,
    stop,
    result,
    emptied ? (container?.lastEmptiedAt ?? null) : null,
    tx.next(),
  )
  await tx.trx
    .insertInto('results')
    .values({ run_id, stop_id, ...row })
    .onConflict((conflict) => conflict.columns(['run_id', 'stop_id']).doUpdateSet(row))
    .execute()
}

async function takeBack(tx: Writing, runId: string, stop: Stop): Promise<void> {
  if (stop.result === null) return
  touch(tx, stop, stop.result)
  if (stop.result.outcome !== 'emptied') return
  await tx.trx
    .updateTable('requests')
    .set({ closed_at: null, closed_by: null })
    .where('closed_by', '=', closerOf(runId, stop))
    .execute()
  const container = await containerOf(tx, stop)
  if (container?.lastEmptiedAt !== stop.result.at) return
  await setEmptied(tx, container, await emptiedBefore(tx, runId, stop))
}

async function emptiedBefore({ trx }: Writing, runId: string, stop: Stop): Promise<number | null> {
  const row = await trx
    .selectFrom('results')
    .select('emptied_before')
    .where('run_id', '=', runId)
    .where('stop_id', '=', stop.id)
    .executeTakeFirst()
  return row?.emptied_before ?? null
}

async function containerOf({ trx }: Writing, stop: Stop): Promise<Container | undefined> {
  if (stop.containerId === null) return undefined
  return findThing<Container>(trx, 'containers', stop.containerId)
}

async function setEmptied(tx: Writing, container: Container, lastEmptiedAt: number | null) {
  if (container.lastEmptiedAt === lastEmptiedAt) return
  await writeThings(tx, 'containers', [{ ...container, lastEmptiedAt }])
}

/** A request made after the emptying is about what came since. */
async function closeRequests({ trx }: Writing, runId: string, stop: Stop, at: number) {
  if (stop.containerId === null) return
  await trx
    .updateTable('requests')
    .set({ closed_at: at, closed_by: closerOf(runId, stop) })
    .where('container_id', '=', stop.containerId)
    .where('closed_at', 'is', null)
    .where('created_at', '<=', at)
    .execute()
}

const closerOf = (runId: string, stop: Stop) => `${runId}/${stop.id}`

function touch(tx: Writing, { containerId }: Stop, { outcome, at }: StopResult): void {
  if (containerId !== null && (outcome === 'emptied' || outcome === 'partly'))
    tx.touch(containerId, at)
}
