import { type Kysely, sql } from 'kysely'

/** What a result's stop was expected to hold and on which trip; older results do not say. */
export async function addResultLoads(db: Kysely<unknown>): Promise<void> {
  for (const column of ['expected_l', 'trip'])
    await db.schema.alterTable('results').addColumn(column, 'integer').execute()
  await sql`alter table results add column revision bigint not null default 0`.execute(db)
  await db.schema.createIndex('results_revision').on('results').column('revision').execute()
  await db.schema.createIndex('results_at').on('results').column('at').execute()
}
