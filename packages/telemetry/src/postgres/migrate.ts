import type { Database } from './database.ts'
import { readings } from './migrations/0001-readings.ts'

/** In order; the table `migrations` counts those applied. Append only. */
const MIGRATIONS: readonly string[] = [readings]

/** Any number that every Bakwacht process uses for this and nothing else does. */
const LOCK = 0x62616b77

/** One process migrates, the others wait. @throws Error when a newer Bakwacht made the tables */
export async function migrate(database: Database, schema: string): Promise<void> {
  await database.transaction(async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK])
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`)
    await client.query('CREATE TABLE IF NOT EXISTS migrations (version int PRIMARY KEY)')
    const { rows } = await client.query<{ applied: number }>(
      'SELECT coalesce(max(version), 0)::int AS applied FROM migrations',
    )
    const applied = rows[0]?.applied ?? 0
    if (applied > MIGRATIONS.length)
      throw new Error(
        `schema ${schema}: version ${applied} is newer than this version knows (${MIGRATIONS.length})`,
      )
    for (let version = applied + 1; version <= MIGRATIONS.length; version++) {
      await client.query(MIGRATIONS[version - 1] ?? '')
      await client.query('INSERT INTO migrations VALUES ($1)', [version])
    }
  })
}
