// A register of things with an id: containers, sites, depots, vehicles. Each in a table of its own,
// all of the same shape.
import { chunksOf, inChunks } from '../database/chunks.ts'
import { keyset, pageOf } from '../database/keyset.ts'
import { revisionCache } from '../database/revision-cache.ts'
import type { Db } from '../database/schema.ts'
import type { StoreDependencies } from '../database/stores.ts'
import type { Writing } from '../database/writing.ts'
import type { Changed, Register } from '../registry.ts'

type Table = 'containers' | 'sites' | 'depots' | 'vehicles'
interface WithId {
  readonly id: string
}

/** @param replaced called inside the transaction for each thing that was there before */
export function createRegister<Thing extends WithId>(
  { db, write }: StoreDependencies,
  table: Table,
  replaced: (tx: Writing, before: Thing, after: Thing) => void = () => {},
): Register<Thing> {
  const all = revisionCache<Thing>((revision) =>
    db.selectFrom(rowsOf(table)).selectAll().where('revision', '>', revision).execute(),
  )
  return {
    all,
    find: (id) => findThing(db, table, id),

    async page(request) {
      const { after, limit } = keyset({ id: 'text' }, 'asc', request)
      const rows = await db
        .selectFrom(rowsOf(table))
        .select(['id', 'body'])
        .where(after)
        .orderBy('id')
        .limit(limit)
        .execute()
      const page = pageOf(rows, request, (row) => [row.id])
      return { ...page, items: page.items.map((row) => JSON.parse(row.body)) }
    },

    put: (things) =>
      write(async (tx) => {
        const given = new Map(things.map((thing) => [thing.id, thing]))
        const before = await findThings<Thing>(tx.trx, table, [...given.keys()])
        await replace(tx, before, [...given.values()])
        return { created: [...given.keys()].filter((id) => !before.has(id)) }
      }),

    change: (ids, next) =>
      write(async (tx) => {
        const before = await findThings<Thing>(tx.trx, table, ids)
        const changed = changesOf(ids, before, next)
        await replace(tx, before, changed.flatMap(written))
        return changed
      }),
  }

  async function replace(
    tx: Writing,
    before: ReadonlyMap<string, Thing>,
    things: readonly Thing[],
  ): Promise<void> {
    for (const thing of things) {
      const known = before.get(thing.id)
      if (known !== undefined) replaced(tx, known, thing)
    }
    await writeThings(tx, table, things)
  }
}

export const changesOf = <Thing>(
  ids: readonly string[],
  stored: ReadonlyMap<string, Thing>,
  next: (id: string, before: Thing | undefined) => Thing | undefined,
): Changed<Thing>[] =>
  [...new Set(ids)].map((id) => {
    const before = stored.get(id)
    return { before, after: next(id, before) ?? before }
  })

/** What there is to write of a change. */
export const written = <Thing>({ before, after }: Changed<Thing>): readonly Thing[] =>
  after === undefined || after === before ? [] : [after]

export async function findThing<Thing extends WithId>(
  db: Db,
  table: Table,
  id: string,
): Promise<Thing | undefined> {
  return (await findThings<Thing>(db, table, [id])).get(id)
}

export async function writeThings<Thing extends WithId>(
  { trx, next }: Writing,
  table: Table,
  things: readonly Thing[],
): Promise<void> {
  const rows = things.map((thing) => ({
    id: thing.id,
    revision: next(),
    body: JSON.stringify(thing),
  }))
  for (const chunk of chunksOf(rows))
    await trx
      .insertInto(rowsOf(table))
      .values(chunk)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet({
          revision: (eb) => eb.ref('excluded.revision'),
          body: (eb) => eb.ref('excluded.body'),
        }),
      )
      .execute()
}

async function findThings<Thing>(
  db: Db,
  table: Table,
  ids: readonly string[],
): Promise<Map<string, Thing>> {
  const rows = await inChunks(ids, (chunk) =>
    db.selectFrom(rowsOf(table)).select(['id', 'body']).where('id', 'in', chunk).execute(),
  )
  return new Map(rows.map((row) => [row.id, JSON.parse(row.body)]))
}

/** The tables have one shape; one name stands for all in Kysely's types. */
const rowsOf = (table: Table) => table as 'containers'
