// PostgreSQL through pg: a pool a process.
import { openPool } from '@bakwacht/postgres'
import { Kysely, PostgresDialect } from 'kysely'
import { lendingAnswering } from './lending-answering.ts'
import type { Db, Tables } from './schema.ts'

export function openPostgres(url: string, answerMs?: number): Db {
  const pool = openPool({
    url,
    max: 8,
    answerMs,
    connectMs: 10_000,
    // A process that hangs inside a transaction must not hold back all the others' writes.
    idle_in_transaction_session_timeout: 30_000,
  })
  // An idle connection that breaks is replaced at the next query; without a listener it ends the process.
  pool.on('error', () => {})
  // Nor does the pool listen to one that is in use: what was asked of it fails by itself.
  pool.on('connect', (client) => client.on('error', () => {}))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: lendingAnswering(pool) }) })
}
