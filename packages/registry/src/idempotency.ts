import { HOUR_MS } from '@bakwacht/domain'
import type { StoreDependencies } from './database/stores.ts'
import type { Idempotency } from './registry.ts'

const REMEMBERED_MS = 48 * HOUR_MS

/** Answers by key, for 48 h. The first answer stands. */
export function createIdempotency({ db, clock }: StoreDependencies): Idempotency {
  return {
    async find(key) {
      const row = await db
        .selectFrom('idempotency')
        .select('answer')
        .where('key', '=', key)
        .where('at', '>', clock() - REMEMBERED_MS)
        .executeTakeFirst()
      return row?.answer
    },

    async remember(key, answer, now) {
      await db
        .deleteFrom('idempotency')
        .where('at', '<=', now - REMEMBERED_MS)
        .execute()
      await db
        .insertInto('idempotency')
        .values({ key, answer, at: now })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .execute()
    },
  }
}
