import type { Kysely } from 'kysely'

/** What plans were before their last changes, so that a planner can go back. */
export async function addEarlierPlans(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('earlier_plans')
    .addColumn('plan_id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('kept_at', 'bigint', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('earlier_plans_key', ['plan_id', 'version'])
    .execute()
}
