import { ifPostgres } from './database/dialect.ts'
import type { StoreDependencies } from './database/stores.ts'
import type { Touched } from './registry.ts'

const CLAIM_MS = 60_000

/** Containers to fold again, dealt out between processes. A claim that nobody settles ends by itself. */
export function createTouched({ db, write }: StoreDependencies): Touched {
  return {
    async claim(limit, now) {
      const waiting = db
        .selectFrom('touched')
        .select(['container_id', 'since', 'mark'])
        .where((eb) => eb.or([eb('claimed_until', 'is', null), eb('claimed_until', '<=', now)]))
        .orderBy('mark')
        .limit(limit)
      // Mostly there is nothing, and asking so often must not wait for a writer.
      if ((await waiting.limit(1).execute()).length === 0) return []
      return write(async ({ trx }) => {
        const { rows } = await trx.executeQuery(
          waiting.$call(ifPostgres(db, (query) => query.forUpdate())),
        )
        for (const row of rows)
          await trx
            .updateTable('touched')
            .set({ claimed_until: now + CLAIM_MS })
            .where('container_id', '=', row.container_id)
            .execute()
        return rows.map(({ container_id, since, mark }) => ({
          containerId: container_id,
          since,
          mark,
        }))
      })
    },

    /** One touched again meanwhile stays, and can be claimed at once. */
    async settle(claimed) {
      if (claimed.length === 0) return
      await write(async ({ trx }) => {
        for (const { containerId, mark } of claimed) {
          await trx
            .deleteFrom('touched')
            .where('container_id', '=', containerId)
            .where('mark', '=', mark)
            .execute()
          await trx
            .updateTable('touched')
            .set({ claimed_until: null })
            .where('container_id', '=', containerId)
            .execute()
        }
      })
    },
  }
}
