// Connections to PostgreSQL: numbers as numbers, and no longer believed in than a host that vanished deserves.
import pg from 'pg'

const INT8 = 20

/** How long an answer is waited for: a host that vanished says nothing, and the system hopes for a quarter of an hour. */
const ANSWER_MS = 60_000

/** Large tables take long to change, and so does waiting for the process that does it. */
export const MIGRATING_MS = 12 * 3_600_000

/** What is idle is asked for a sign of life after so long, so that a lost connection is known before it is needed. */
const IDLE_MS = 10_000

interface PoolOptions
  extends Pick<pg.PoolConfig, 'options' | 'idle_in_transaction_session_timeout'> {
  readonly url: string
  /** How many connections. */
  readonly max: number
  readonly answerMs?: number | undefined
  /** How long a connection is waited for, be it one that others have. */
  readonly connectMs: number
}

/** A connection on which an answer did not come in time must not be asked or lent again: {@link isWithoutAnswer}. */
export const openPool = ({ url, answerMs = ANSWER_MS, connectMs, ...more }: PoolOptions): pg.Pool =>
  new pg.Pool({
    ...more,
    connectionString: url,
    connectionTimeoutMillis: connectMs,
    query_timeout: answerMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: IDLE_MS,
    types: { getTypeParser: typeParser },
  })

/** Whether this is what a statement fails with that had no answer in time; the driver has no code for it. */
export const isWithoutAnswer = (error: unknown): boolean =>
  error instanceof Error && error.message === 'Query read timeout'

/** bigint holds times and counters, all far below 2^53. */
function typeParser(oid: number, format?: 'text' | 'binary') {
  return oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text')
}
