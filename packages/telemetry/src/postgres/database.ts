// Connections to PostgreSQL: the schema, numbers as numbers, and no weaker a commit than promised.
import pg from 'pg'
import type { Log } from '../log.ts'
import { TelemetryUnavailable } from '../telemetry-store.ts'

export type Client = pg.ClientBase

interface DatabaseOptions {
  readonly url: string
  readonly schema: string
  readonly log: Log
  /** How long a statement, or a connection, is waited for: a host that vanished says nothing. */
  readonly answerMs?: number
}

/** A connection of the pool's, until it is given back. */
interface Lent {
  readonly client: Client
  readonly release: (broken: boolean) => void
}

const INT8 = 20
const ANSWER_MS = 60_000
/** What is idle is asked for a sign of life after so long, so that a lost connection is known before it is needed. */
const IDLE_MS = 10_000
/** The driver has no code for it. */
const NO_ANSWER = 'Query read timeout'
const POOL_SIZE = 4
const TRANSACTION_TRIES = 5
/** Compiling takes 100 ms of a question that takes 5; it is guessed to be worth it for many ranges at once. */
const OPTIONS = '-c synchronous_commit=on -c jit=off'
/** Deadlock, serialization failure. */
const TRY_AGAIN = new Set(['40P01', '40001'])

export class Database {
  readonly #pool: pg.Pool
  readonly #answerMs: number

  constructor({ url, schema, log, answerMs = ANSWER_MS }: DatabaseOptions) {
    this.#answerMs = answerMs
    this.#pool = new pg.Pool({
      connectionString: url,
      max: POOL_SIZE,
      connectionTimeoutMillis: Math.min(answerMs, ANSWER_MS),
      query_timeout: answerMs,
      keepAlive: true,
      keepAliveInitialDelayMillis: IDLE_MS,
      options: `-c search_path=${schema} ${OPTIONS}`,
      types: {
        getTypeParser: (oid: number, format?: 'text' | 'binary') =>
          oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text'),
      },
    })
    this.#pool.on('error', (err) => log.warn({ err }, 'lost an idle connection to PostgreSQL'))
  }

  /** @throws TelemetryUnavailable */
  async query<Row extends pg.QueryResultRow>(
    sql: string,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    try {
      return (await this.#pool.query<Row>(sql, [...values])).rows
    } catch (error) {
      throw this.#unavailable(error)
    }
  }

  /** Rows as arrays, in the order of the columns. @throws TelemetryUnavailable */
  async rows(sql: string, values: readonly unknown[]): Promise<(number | null)[][]> {
    try {
      const query = { text: sql, values: [...values], rowMode: 'array' as const }
      return (await this.#pool.query<(number | null)[]>(query)).rows
    } catch (error) {
      throw this.#unavailable(error)
    }
  }

  /**
   * Again from the start after a deadlock.
   * @throws TelemetryUnavailable: nothing was done, or the answer to its end was lost
   */
  async transaction<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.#tryTransaction(work)
      } catch (error) {
        const code = (error as { readonly code?: string }).code ?? ''
        if (!TRY_AGAIN.has(code) || tries === TRANSACTION_TRIES) throw this.#unavailable(error)
      }
    }
  }

  async #tryTransaction<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
    const { client, release } = await this.#begin()
    let broken = false
    try {
      const result = await work(client)
      await client.query('COMMIT')
      return result
    } catch (error) {
      // Behind a statement without an answer, nothing else has one.
      broken = !(error instanceof pg.DatabaseError) || !(await wasRolledBack(client))
      throw error
    } finally {
      release(broken)
    }
  }

  /** What was lost while idle may show it only when used: nothing was done with it, so another is taken. */
  async #begin(): Promise<Lent> {
    for (let others = POOL_SIZE; ; others--) {
      const lent = await this.#lend()
      try {
        await lent.client.query('BEGIN')
        return lent
      } catch (error) {
        lent.release(true)
        if (others === 0 || isWithoutAnswer(error)) throw error
      }
    }
  }

  async #lend(): Promise<Lent> {
    const client = await this.#pool.connect()
    let lost = false
    // The pool listens to idle clients only; what a lost connection breaks, the query under way tells.
    const listener = () => {
      lost = true
    }
    client.on('error', listener)
    const release = (broken: boolean) => {
      client.off('error', listener)
      client.release(broken || lost)
    }
    return { client, release }
  }

  async end(): Promise<void> {
    await this.#pool.end()
  }

  #unavailable(cause: unknown): TelemetryUnavailable {
    const message = cause instanceof Error ? cause.message : String(cause)
    const said = isWithoutAnswer(cause) ? `no answer within ${this.#answerMs / 1000} s` : message
    return new TelemetryUnavailable(said, { cause })
  }
}

const isWithoutAnswer = (error: unknown): boolean =>
  error instanceof Error && error.message === NO_ANSWER

const wasRolledBack = (client: Client): Promise<boolean> =>
  client.query('ROLLBACK').then(
    () => true,
    () => false,
  )
