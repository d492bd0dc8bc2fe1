import type { EventRow } from './database/schema.ts'
import type { StoreDependencies } from './database/stores.ts'
import { newestNumber } from './database/writing.ts'
import type { Events, LoggedEvent } from './registry.ts'

/** The log that `writing` appends to. Ids grow, with gaps, and become visible in their order. */
export function createEvents({ db }: StoreDependencies): Events {
  return {
    async after(id, limit) {
      const rows = await db
        .selectFrom('events')
        .selectAll()
        .where('id', '>', id)
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(eventOf)
    },

    /** No event at or below it is still to come, whether or not one has just this id. */
    newestId: () => newestNumber(db),

    async cursor(name) {
      const row = await db
        .selectFrom('event_cursors')
        .select('event_id')
        .where('name', '=', name)
        .executeTakeFirst()
      return row?.event_id ?? 0
    },

    async setCursor(name, id) {
      await db
        .insertInto('event_cursors')
        .values({ name, event_id: id })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ event_id: id }))
        .execute()
    },

    async forget(before) {
      await db.deleteFrom('events').where('at', '<', before).execute()
    },
  }
}

const eventOf = (row: EventRow): LoggedEvent => ({
  id: row.id,
  at: row.at,
  kind: row.kind as LoggedEvent['kind'],
  subject: row.subject,
  payload: JSON.parse(row.payload),
})
