import { sql } from 'kysely'
import type { StoreDependencies } from './database/stores.ts'
import type { Touched } from './registry.ts'

const CLAIM_MS = 60_000

/**
 * Containers to fold again, dealt out between processes. A claim that nobody settles ends by itself.
 * What comes after a claim is told apart from what came before it, so that a container that is touched
 * all the time is not folded from its first touch on again and again.
 */
export function createTouched({ db, write }: StoreDependencies): Touched {
  return {
    async claim(limit, now) {
      const waiting = db
        .selectFrom('touched')
        .select('container_id')
        .where((eb) => eb.or([eb('claimed_until', 'is', null), eb('claimed_until', '<=', now)]))
        .orderBy('mark')
        .limit(limit)
      // Mostly there is nothing, and asking so often must not wait for a writer.
      if ((await waiting.limit(1).execute()).length === 0) return []
      return write(async ({ trx, next }) => {
        const mark = next()
        const rows = await trx
          .updateTable('touched')
          .set({
            since: null,
            claimed_since: sql`case when claimed_since < since or since is null then claimed_since else since end`,
            claimed_until: now + CLAIM_MS,
            mark,
          })
          .where('container_id', 'in', waiting)
          .returning(['container_id', 'claimed_since'])
          .execute()
        return rows.map(({ container_id: containerId, claimed_since: since }) => {
          return { containerId, since: since ?? now, mark }
        })
      })
    },

    /** One touched again meanwhile stays with what is new, and can be claimed at once. */
    async settle(claimed) {
      if (claimed.length === 0) return
      await write(async ({ trx }) => {
        for (const { containerId, mark } of claimed) {
          const settled = trx
            .updateTable('touched')
            .set({ claimed_since: null, claimed_until: null })
            .where('container_id', '=', containerId)
            .where('mark', '=', mark)
          await settled.execute()
        }
        await trx
          .deleteFrom('touched')
          .where('since', 'is', null)
          .where('claimed_since', 'is', null)
          .execute()
      })
    },
  }
}
