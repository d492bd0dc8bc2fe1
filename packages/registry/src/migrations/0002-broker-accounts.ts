import type { Kysely } from 'kysely'

/** Passwords for a broker of its own; secrets that were issued before have none. */
export async function addBrokerPasswords(db: Kysely<unknown>): Promise<void> {
  for (const table of ['devices', 'tokens'])
    await db.schema.alterTable(table).addColumn('mosquitto_password', 'text').execute()
}
