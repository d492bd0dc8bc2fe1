// Up to which arrival number every reading is visible. Numbers are taken before their transaction
// commits, so a higher one may be visible while a lower one is still on its way.
//
// A committing transaction locks device rows, and so has a transaction id, before it takes a
// number. Hence: read the last number taken, then take a transaction id X. Whoever holds a number
// up to that one has an id below X, and all of those have ended once the oldest running id is above X.
import type { Database } from './database.ts'

export class ArrivalWatermark {
  readonly #database: Database
  #safe = 0
  #next: { readonly arrival: number; readonly transaction: bigint } | undefined

  constructor(database: Database) {
    this.#database = database
  }

  /** No reading with a number up to this one can still appear. Never waits. */
  async safe(): Promise<number> {
    this.#next ??= await this.#take()
    const [row] = await this.#database.query<{ oldest: string }>(
      'SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS oldest',
    )
    if (BigInt(row?.oldest ?? 0) > this.#next.transaction) {
      this.#safe = this.#next.arrival
      this.#next = undefined
    }
    return this.#safe
  }

  async #take() {
    const [last] = await this.#database.query<{ arrival: number }>(
      'SELECT CASE WHEN is_called THEN last_value ELSE 0 END AS arrival FROM arrivals',
    )
    const [own] = await this.#database.query<{ id: string }>(
      'SELECT pg_current_xact_id()::text AS id',
    )
    return { arrival: last?.arrival ?? 0, transaction: BigInt(own?.id ?? 0) }
  }
}
