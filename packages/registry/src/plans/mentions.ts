// One container in the coming plans. The database looks for its id in the stored text, so that only
// what speaks of it is parsed: a day of a large fleet is megabytes.
import type { Db } from '../database/schema.ts'
import type { PlanMention } from '../registry.ts'
import { planOf } from './plan-rows.ts'
import { withResults } from './read-plans.ts'

export async function mentionsOf(
  db: Db,
  containerId: string,
  fromDate: string,
): Promise<readonly PlanMention[]> {
  const names = `%"containerId":${JSON.stringify(containerId)}%`
  const [runs, plans] = await Promise.all([
    db
      .selectFrom('runs')
      .selectAll()
      .where('date', '>=', fromDate)
      .where('status', '<>', 'cancelled')
      .where('body', 'like', names)
      .execute(),
    db
      .selectFrom('plans')
      .selectAll()
      .where('date', '>=', fromDate)
      .where('status', '<>', 'cancelled')
      .where('body', 'like', names)
      .execute(),
  ])
  const visits = (await withResults(db, runs)).flatMap((run) =>
    run.stops
      .filter((stop) => stop.containerId === containerId)
      .map((stop) => ({ kind: 'visit' as const, date: run.date, run, stop })),
  )
  const leftOut = plans
    .map(planOf)
    .flatMap(({ date, notCollected }) =>
      notCollected
        .filter((each) => each.containerId === containerId)
        .map(({ reason }) => ({ kind: 'left_out' as const, date, reason })),
    )
  return [...visits, ...leftOut].sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)))
}
