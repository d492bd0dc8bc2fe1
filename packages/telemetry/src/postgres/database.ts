// Connections to PostgreSQL: the schema, and no weaker a commit than promised.
import { isWithoutAnswer, openPool } from '@bakwacht/postgres'
import pg from 'pg'
import type { Log } from '../log.ts'
import { TelemetryUnavailable } from '../telemetry-store.ts'

export type Client = pg.ClientBase

interface DatabaseOptions {
  readonly url: string
  readonly schema: string
  readonly log: Log
  /** How long a statement is waited for. */
  readonly answerMs?: number
}

/** A connection of the pool's, until it is given back. */
interface Lent {
  readonly client: Client
  readonly release: (broken: boolean) => void
}

const POOL_SIZE = 4
/** Readings wait rather than fail while others have the connections. */
const CONNECT_MS = 60_000
const TRANSACTION_TRIES = 5
/** Compiling takes 100 ms of a question that takes 5; it is guessed to be worth it for many ranges at once. */
const OPTIONS = '-c synchronous_commit=on -c jit=off'
/** Deadlock, serialization failure. */
const TRY_AGAIN = new Set(['40P01', '40001'])

export class Database {
  readonly #pool: pg.Pool

  constructor({ url, schema, log, answerMs }: DatabaseOptions) {
    this.#pool = openPool({
      url,
      max: POOL_SIZE,
      answerMs,
      connectMs: CONNECT_MS,
      options: `-c search_path=${schema} ${OPTIONS}`,
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
      throw unavailable(error)
    }
  }

  /** Rows as arrays, in the order of the columns. @throws TelemetryUnavailable */
  async rows(sql: string, values: readonly unknown[]): Promise<(number | null)[][]> {
    try {
      const query = { text: sql, values: [...values], rowMode: 'array' as const }
      return (await this.#pool.query<(number | null)[]>(query)).rows
    } catch (error) {
      throw unavailable(error)
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
        if (!TRY_AGAIN.has(code) || tries === TRANSACTION_TRIES) throw unavailable(error)
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
}

function unavailable(cause: unknown): TelemetryUnavailable {
  const message = cause instanceof Error ? cause.message : String(cause)
  return new TelemetryUnavailable(isWithoutAnswer(cause) ? 'no answer in time' : message, { cause })
}

const wasRolledBack = (client: Client): Promise<boolean> =>
  client.query('ROLLBACK').then(
    () => true,
    () => false,
  )
