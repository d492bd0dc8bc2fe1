import type { Kysely } from 'kysely'
import type { Tables } from '../database/schema.ts'

/** Depots and sites can be retired: those that were registered before are in use. */
export async function addRetiredPlaces(given: Kysely<unknown>): Promise<void> {
  const db = given as Kysely<Tables>
  for (const table of ['depots', 'sites'] as const) {
    const rows = await db.selectFrom(table).select(['id', 'body']).execute()
    for (const { id, body } of rows) {
      const withActive = JSON.stringify({ active: true, ...JSON.parse(body) })
      await db.updateTable(table).set({ body: withActive }).where('id', '=', id).execute()
    }
  }
}
