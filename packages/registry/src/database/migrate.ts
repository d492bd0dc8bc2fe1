import { Migrator } from 'kysely/migration'
import { migrations } from '../migrations/index.ts'
import type { Db } from './schema.ts'

/** Brings the tables up to date; several processes may do so at once, each waits for the first. */
export async function migrate(db: Db): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
  })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined)
    throw new Error("cannot bring the registry's tables up to date", { cause: error })
}
