import { type Kysely, PostgresAdapter, sql } from 'kysely'

/** What was learnt of a container or of the fleet. Rows are never deleted: readers follow the revisions. */
export async function addLearnt(db: Kysely<unknown>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter
  const id = postgres ? sql`text collate "C"` : sql`text`
  await db.schema
    .createTable('learnt')
    .addColumn('kind', id, (c) => c.notNull())
    .addColumn('scope', id, (c) => c.notNull())
    .addColumn('revision', 'bigint', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('learnt_key', ['kind', 'scope'])
    .execute()
  await db.schema
    .createIndex('learnt_revision')
    .on('learnt')
    .columns(['kind', 'revision'])
    .execute()
}
