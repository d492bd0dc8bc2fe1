import { type Kysely, PostgresAdapter, type RawBuilder, sql } from 'kysely'

interface Making {
  readonly db: Kysely<unknown>
  /** Ids and dates sort by bytes on both databases, whatever the database's language. */
  readonly id: RawBuilder<unknown>
  readonly bytes: RawBuilder<unknown>
}

/** All tables of the registry's first version. */
export async function makeFirstTables(db: Kysely<unknown>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter
  const making: Making = {
    db,
    id: postgres ? sql`text collate "C"` : sql`text`,
    bytes: postgres ? sql`bytea` : sql`blob`,
  }
  await countersAndRegisters(making)
  await devices(making)
  await settings(making)
  await alerts(making)
  await folds(making)
  await requests(making)
  await plans(making)
  await results(making)
  await tokens(making)
  await events(making)
  await handedOn(making)
}

async function countersAndRegisters({ db, id }: Making): Promise<void> {
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
    await index(db, `${table}_revision`, table, ['revision'])
  }
}

async function devices({ db, id }: Making): Promise<void> {
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
    .addColumn('registered_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('assignments_key', ['device_id', 'from_at'])
    .execute()
  await index(db, 'assignments_container', 'assignments', ['container_id', 'from_at'])
}

async function settings({ db }: Making): Promise<void> {
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
}

async function alerts({ db, id }: Making): Promise<void> {
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
  await index(db, 'alerts_newest', 'alerts', ['raised_at', 'id'])
  await sql`create index alerts_open on alerts (container_id) where status = 'open'`.execute(db)
}

async function folds({ db, id, bytes }: Making): Promise<void> {
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
}

async function requests({ db, id }: Making): Promise<void> {
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
  await index(db, 'requests_closed_by', 'requests', ['closed_by'])
}

async function plans({ db, id }: Making): Promise<void> {
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
  await index(db, 'runs_plan', 'runs', ['plan_id'])
  await index(db, 'runs_date', 'runs', ['date'])
  await index(db, 'runs_vehicle', 'runs', ['vehicle_id', 'status'])
  await index(db, 'runs_order', 'runs', ['departure', 'id'])
}

async function results({ db, id }: Making): Promise<void> {
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
  await index(db, 'results_container', 'results', ['container_id', 'at'])
  await db.schema
    .createTable('result_keys')
    .addColumn('run_id', id, (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('result_keys_key', ['run_id', 'key'])
    .execute()
}

async function tokens({ db, id }: Making): Promise<void> {
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
}

async function events({ db }: Making): Promise<void> {
  await db.schema
    .createTable('events')
    .addColumn('id', 'bigint', (c) => c.primaryKey())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('payload', 'text', (c) => c.notNull())
    .execute()
  await index(db, 'events_at', 'events', ['at'])
  await db.schema
    .createTable('event_cursors')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('event_id', 'bigint', (c) => c.notNull())
    .execute()
}

async function handedOn({ db, id }: Making): Promise<void> {
  await db.schema
    .createTable('idempotency')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('answer', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute()
  await index(db, 'idempotency_at', 'idempotency', ['at'])
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
  await index(db, 'jobs_order', 'jobs', ['finished_at', 'seq'])
}

const index = (db: Kysely<unknown>, name: string, table: string, columns: string[]) =>
  db.schema.createIndex(name).on(table).columns(columns).execute()
