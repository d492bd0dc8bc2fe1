import { randomUUID } from 'node:crypto'
import { DAY_MS } from '@bakwacht/domain'
import { ifPostgres } from './database/dialect.ts'
import type { StoreDependencies } from './database/stores.ts'
import type { Jobs } from './registry.ts'

const FINISHED_KEPT_MS = 7 * DAY_MS

/** A queue in a table: no process waits for another's claim, and what a dead one claimed comes back. */
export function createJobs({ db, write }: StoreDependencies): Jobs {
  return {
    submit: (kind, payload, now) =>
      write(async ({ trx, next }) => {
        await trx
          .deleteFrom('jobs')
          .where('finished_at', '<', now - FINISHED_KEPT_MS)
          .execute()
        const id = randomUUID()
        await trx
          .insertInto('jobs')
          .values({ id, seq: next(), kind, payload: JSON.stringify(payload) })
          .execute()
        return id
      }),

    async claim(kinds, now, staleMs) {
      const oldest = db
        .selectFrom('jobs')
        .select(['id', 'kind', 'payload'])
        .where('finished_at', 'is', null)
        .where('kind', 'in', kinds)
        .where((eb) => eb.or([eb('claimed_at', 'is', null), eb('claimed_at', '<', now - staleMs)]))
        .orderBy('seq')
        .limit(1)
      if ((await oldest.executeTakeFirst()) === undefined) return undefined
      return db.transaction().execute(async (trx) => {
        const { rows } = await trx.executeQuery(
          oldest.$call(ifPostgres(db, (query) => query.forUpdate().skipLocked())),
        )
        const [job] = rows
        if (job === undefined) return undefined
        await trx.updateTable('jobs').set({ claimed_at: now }).where('id', '=', job.id).execute()
        return { id: job.id, kind: job.kind, payload: JSON.parse(job.payload) }
      })
    },

    /** The first outcome stands, when a slow process and its successor both come to an end. */
    async finish(id, outcome, now) {
      await db
        .updateTable('jobs')
        .set({ finished_at: now, outcome: JSON.stringify(outcome) })
        .where('id', '=', id)
        .where('finished_at', 'is', null)
        .execute()
    },

    async outcome(id) {
      const row = await db
        .selectFrom('jobs')
        .select('outcome')
        .where('id', '=', id)
        .executeTakeFirst()
      return row?.outcome == null ? undefined : JSON.parse(row.outcome)
    },
  }
}
