// One writer at a time, on both databases: SQLite has it so, PostgreSQL by locking one row first.
// So what a transaction read still holds when it writes, and what it numbered (events, revisions)
// becomes visible in the order of the numbers: a reader that follows them never skips one.
import type { Transaction } from 'kysely'
import type { LoggedEvent } from '../registry.ts'
import { chunksOf } from './chunks.ts'
import { ifPostgres } from './dialect.ts'
import type { Db, Tables } from './schema.ts'
import { type Touch, writeTouches } from './touches.ts'

/** A transaction that writes: its queries, and what it will log at its end. */
export interface Writing {
  readonly trx: Transaction<Tables>
  /** Greater than every number given before. */
  next(): number
  log(event: Omit<LoggedEvent, 'id'>): void
  /** The container's events changed from `since` on: the thresholds have to fold again. */
  touch(containerId: string, since: number): void
}

export type Write = <Result>(work: (tx: Writing) => Promise<Result>) => Promise<Result>

export function createWrite(db: Db): Write {
  return (work) =>
    db
      .transaction()
      .setIsolationLevel('read committed')
      .execute(async (trx) => {
        const first = await lockedCounter(trx)
        let last = first
        const next = () => ++last
        const events: Omit<LoggedEvent, 'id'>[] = []
        const touches: Touch[] = []
        const result = await work({
          trx,
          next,
          log: (event) => events.push(event),
          touch: (containerId, since) => touches.push({ containerId, since }),
        })
        await writeTouches(trx, touches, next)
        await writeEvents(trx, events, next)
        if (last > first)
          await trx
            .updateTable('counters')
            .set({ value: last })
            .where('name', '=', COUNTER)
            .execute()
        return result
      })
}

/** The newest number whose transaction is committed. */
export async function newestNumber(db: Db): Promise<number> {
  const row = await counter(db).executeTakeFirstOrThrow()
  return row.value
}

const COUNTER = 'written'
const counter = (db: Db) => db.selectFrom('counters').select('value').where('name', '=', COUNTER)

async function lockedCounter(trx: Transaction<Tables>): Promise<number> {
  const row = await counter(trx)
    .$call(ifPostgres(trx, (query) => query.forUpdate()))
    .executeTakeFirstOrThrow()
  return row.value
}

async function writeEvents(
  trx: Transaction<Tables>,
  events: readonly Omit<LoggedEvent, 'id'>[],
  next: () => number,
): Promise<void> {
  const rows = events.map(({ at, kind, subject, payload }) => ({
    id: next(),
    at,
    kind,
    subject,
    payload: JSON.stringify(payload),
  }))
  for (const chunk of chunksOf(rows)) await trx.insertInto('events').values(chunk).execute()
}
