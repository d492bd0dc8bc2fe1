import { type Kysely, PostgresAdapter, sql } from 'kysely'

/** All tables of the registry's first version. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter
  // Ids sort by bytes on both databases, whatever the database's language.
  const id = postgres ? sql`text collate "C"` : sql`text`
  const bytes = postgres ? sql`bytea` : sql`blob`

  await db.schema
    .createTable('counters')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('value', 'bigint', (c) => c.notNull())
    .execute()
  await sql`insert into counters (name, value) values ('written', 0)`.execute(db)

  for (const table of ['containers', 'sites', 'depots', 'vehicles', 'states']) {
    await db.schema
      .createTable(table)
      .addColumn('id', id, (c) => c.primaryKey())
      .addColumn('revision', 'bigint', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .execute()
    await db.schema.createIndex(`${table}_revision`).on(table).column('revision').execute()
  }

  await db.schema
    .createTable('devices')
    .addColumn('id', id, (c) => c.primaryKey())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('active', 'integer', (c) => c.notNull())
    .addColumn('config', 'text', (c) => c.notNull())
    .addColumn('status', 'text')
    .addColumn('secret_hash', 'text')
    .execute()
  await db.schema
    .createTable('assignments')
    .addColumn('device_id', id, (c) => c.notNull().references('devices.id'))
    .addColumn('container_id', id, (c) => c.notNull().references('containers.id'))
    .addColumn('from_at', 'bigint', (c) => c.notNull())
    .addColumn('to_at', 'bigint')
    .addPrimaryKeyConstraint('assignments_key', ['device_id', 'from_at'])
    .execute()
  await db.schema
    .createIndex('assignments_container')
    .on('assignments')
    .columns(['container_id', 'from_at'])
    .execute()

  await db.schema
    .createTable('settings')
    .addColumn('version', 'integer', (c) => c.primaryKey())
    .addColumn('body', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('calendars')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('body', 'text', (c) => c.notNull())
    .execute()

  await db.schema
    .createTable('alerts')
    .addColumn('id', id, (c) => c.primaryKey())
    .addColumn('container_id', id, (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('raised_at', 'bigint', (c) => c.notNull())
    .addColumn('cleared_at', 'bigint')
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('notified', 'integer', (c) => c.notNull())
    .addColumn('acked_at', 'bigint')
    .addColumn('acked_by', 'text')
    .addColumn('evidence', 'text', (c) => c.notNull())
    .addUniqueConstraint('alerts_identity', ['container_id', 'raised_at', 'kind'])
    .execute()
  await db.schema.createIndex('alerts_newest').on('alerts').columns(['raised_at', 'id']).execute()
  await sql`create index alerts_open on alerts (container_id) where status = 'open'`.execute(db)

  await db.schema
    .createTable('fold_checkpoints')
    .addColumn('container_id', id, (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('fold_checkpoints_key', ['container_id', 'at'])
    .execute()
  await db.schema
    .createTable('fold_days')
    .addColumn('container_id', id, (c) => c.notNull())
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('hours', bytes, (c) => c.notNull())
    .addPrimaryKeyConstraint('fold_days_key', ['container_id', 'day'])
    .execute()
  await db.schema
    .createTable('touched')
    .addColumn('container_id', id, (c) => c.primaryKey())
    .addColumn('since', 'bigint', (c) => c.notNull())
    .addColumn('mark', 'bigint', (c) => c.notNull())
    .addColumn('claimed_until', 'bigint')
    .execute()

  await db.schema
    .createTable('requests')
    .addColumn('id', id, (c) => c.primaryKey())
    .addColumn('container_id', id, (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('note', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('closed_at', 'bigint')
    .addColumn('closed_by', 'text')
    .execute()
  await sql`create index requests_open on requests (container_id) where closed_at is null`.execute(
    db,
  )
  await db.schema.createIndex('requests_closed_by').on('requests').column('closed_by').execute()

  await db.schema
    .createTable('plans')
    .addColumn('id', id, (c) => c.primaryKey())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('date', id, (c) => c.notNull())
    .addColumn('depot_id', id)
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('updated_at', 'bigint', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .execute()
  // No id is empty, so '' stands for "all depots": null would not count as equal to null.
  await sql`create unique index plans_one_a_day on plans (date, coalesce(depot_id, ''))`.execute(db)
  await db.schema
    .createTable('runs')
    .addColumn('id', id, (c) => c.primaryKey())
    .addColumn('plan_id', id, (c) => c.notNull().references('plans.id'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('date', id, (c) => c.notNull())
    .addColumn('depot_id', id, (c) => c.notNull())
    .addColumn('vehicle_id', id, (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('departure', 'bigint', (c) => c.notNull())
    .addColumn('arrival', 'bigint', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('runs_plan').on('runs').column('plan_id').execute()
  await db.schema.createIndex('runs_date').on('runs').column('date').execute()
  await db.schema.createIndex('runs_vehicle').on('runs').columns(['vehicle_id', 'status']).execute()
  await db.schema.createIndex('runs_order').on('runs').columns(['departure', 'id']).execute()
  await db.schema
    .createTable('results')
    .addColumn('run_id', id, (c) => c.notNull())
    .addColumn('stop_id', id, (c) => c.notNull())
    .addColumn('container_id', id)
    .addColumn('outcome', 'text', (c) => c.notNull())
    .addColumn('kg', 'double precision')
    .addColumn('wet_kg', 'double precision')
    .addColumn('destination', 'text')
    .addColumn('note', 'text')
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('emptied_before', 'bigint')
    .addPrimaryKeyConstraint('results_key', ['run_id', 'stop_id'])
    .execute()
  await db.schema
    .createIndex('results_container')
    .on('results')
    .columns(['container_id', 'at'])
    .execute()
  await db.schema
    .createTable('result_keys')
    .addColumn('run_id', id, (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('result_keys_key', ['run_id', 'key'])
    .execute()

  await db.schema
    .createTable('tokens')
    .addColumn('id', id, (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('run_id', id)
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('expires_at', 'bigint')
    .addColumn('secret_hash', 'text', (c) => c.notNull().unique())
    .execute()

  await db.schema
    .createTable('events')
    .addColumn('id', 'bigint', (c) => c.primaryKey())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('payload', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('events_at').on('events').column('at').execute()
  await db.schema
    .createTable('event_cursors')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('event_id', 'bigint', (c) => c.notNull())
    .execute()

  await db.schema
    .createTable('idempotency')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('answer', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('idempotency_at').on('idempotency').column('at').execute()
  await db.schema
    .createTable('jobs')
    .addColumn('id', id, (c) => c.primaryKey())
    .addColumn('seq', 'bigint', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('payload', 'text', (c) => c.notNull())
    .addColumn('claimed_at', 'bigint')
    .addColumn('finished_at', 'bigint')
    .addColumn('outcome', 'text')
    .execute()
  await db.schema.createIndex('jobs_order').on('jobs').columns(['finished_at', 'seq']).execute()
}
