import { type Kysely, PostgresAdapter, sql } from 'kysely'

/** What touched a container before it was claimed and what after stand apart; a claim is one or the other. */
export async function partTouchedClaims(db: Kysely<unknown>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter
  await db.schema.alterTable('touched').renameTo('touched_before').execute()
  await db.schema
    .createTable('touched')
    .addColumn('container_id', postgres ? sql`text collate "C"` : sql`text`, (c) => c.notNull())
    .addColumn('since', 'bigint')
    .addColumn('claimed_since', 'bigint')
    .addColumn('claimed_until', 'bigint')
    .addColumn('mark', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('touched_key', ['container_id'])
    .execute()
  await sql`insert into touched (container_id, since, mark)
    select container_id, since, mark from touched_before`.execute(db)
  await db.schema.dropTable('touched_before').execute()
}
