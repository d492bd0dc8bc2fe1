// Connections to PostgreSQL: the schema, numbers as numbers, and no weaker a commit than promised.
import pg from 'pg'
import type { Log } from '../log.ts'
import { TelemetryUnavailable } from '../telemetry-store.ts'

export type Client = pg.ClientBase

interface DatabaseOptions {
  readonly url: string
  readonly schema: string
  readonly log: Log
}

const INT8 = 20
const POOL_SIZE = 4
const TRANSACTION_TRIES = 5
/** Compiling takes 100 ms of a question that takes 5; it is guessed to be worth it for many ranges at once. */
const OPTIONS = '-c synchronous_commit=on -c jit=off'
/** Deadlock, serialization failure. */
const TRY_AGAIN = new Set(['40P01', '40001'])

export class Database {
  readonly #pool: pg.Pool

  constructor({ url, schema, log }: DatabaseOptions) {
    this.#pool = new pg.Pool({
      connectionString: url,
      max: POOL_SIZE,
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

  /** Again from the start after a deadlock. @throws TelemetryUnavailable: nothing was done */
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
    const client = await this.#pool.connect()
    let broken = false
    // The pool listens to idle clients only; what a lost connection breaks, the query under way tells.
    const lost = () => {
      broken = true
    }
    client.on('error', lost)
    try {
      await client.query('BEGIN')
      const result = await work(client)
      await client.query('COMMIT')
      return result
    } catch (error) {
      await client.query('ROLLBACK').catch(() => {
        broken = true
      })
      throw error
    } finally {
      client.off('error', lost)
      client.release(broken)
    }
  }

  async end(): Promise<void> {
    await this.#pool.end()
  }
}

const unavailable = (cause: unknown) =>
  new TelemetryUnavailable(cause instanceof Error ? cause.message : String(cause), { cause })
