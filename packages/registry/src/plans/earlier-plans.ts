// What plans were before: kept for a while, so that a change can be taken back.
import type { Db } from '../database/schema.ts'
import type { Writing } from '../database/writing.ts'
import type { PlanWithRuns } from '../registry.ts'

/** As far back as somebody may wish to go; a day of a large fleet is megabytes. */
const VERSIONS_KEPT = 20
const KEPT_MS = 2 * 86_400_000

/** Called when another version takes this one's place. */
export async function keepEarlier(
  { trx }: Writing,
  before: PlanWithRuns,
  now: number,
): Promise<void> {
  const { id, version } = before.plan
  await trx
    .insertInto('earlier_plans')
    .values({ plan_id: id, version, kept_at: now, body: JSON.stringify(before) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await trx
    .deleteFrom('earlier_plans')
    .where('kept_at', '<', now - KEPT_MS)
    .execute()
  const oldest = await trx
    .selectFrom('earlier_plans')
    .select('version')
    .where('plan_id', '=', id)
    .orderBy('version', 'desc')
    .offset(VERSIONS_KEPT)
    .limit(1)
    .executeTakeFirst()
  if (oldest === undefined) return
  await trx
    .deleteFrom('earlier_plans')
    .where('plan_id', '=', id)
    .where('version', '<=', oldest.version)
    .execute()
}

export async function readEarlier(
  db: Db,
  planId: string,
  version: number,
): Promise<PlanWithRuns | undefined> {
  const row = await db
    .selectFrom('earlier_plans')
    .select('body')
    .where('plan_id', '=', planId)
    .where('version', '=', version)
    .executeTakeFirst()
  return row && (JSON.parse(row.body) as PlanWithRuns)
}
