// PostgreSQL through pg: a pool a process.
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { lendingAnswering } from './lending-answering.ts'
import type { Db, Tables } from './schema.ts'

const INT8 = 20
/** How long an answer or a connection is waited for: a host that vanished says nothing. */
const ANSWER_MS = 60_000
const CONNECT_MS = 10_000
/** What is idle is asked for a sign of life after so long, so that a lost connection is known before it is needed. */
const IDLE_MS = 10_000

export function openPostgres(url: string, answerMs = ANSWER_MS): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: 8,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: answerMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: IDLE_MS,
    // A process that hangs inside a transaction must not hold back all the others' writes.
    idle_in_transaction_session_timeout: 30_000,
    types: { getTypeParser: typeParser },
  })
  // An idle connection that breaks is replaced at the next query; without a listener it ends the process.
  pool.on('error', () => {})
  // Nor does the pool listen to one that is in use: what was asked of it fails by itself.
  pool.on('connect', (client) => client.on('error', () => {}))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: lendingAnswering(pool) }) })
}

/** bigint holds times and counters, all far below 2^53. */
function typeParser(oid: number, format?: 'text' | 'binary') {
  return oid === INT8 ? Number : pg.types.getTypeParser(oid, format)
}
