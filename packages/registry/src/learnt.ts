import { chunksOf, inChunks } from './database/chunks.ts'
import { revisionCache } from './database/revision-cache.ts'
import type { Db } from './database/schema.ts'
import type { StoreDependencies } from './database/stores.ts'
import type { Writing } from './database/writing.ts'
import type { Learnt } from './registry.ts'

type Entry = readonly [scope: string, value: unknown]

export function createLearnt({ db, write }: StoreDependencies): Learnt {
  const kinds = new Map<string, () => Promise<readonly Entry[]>>()
  return {
    async all(kind) {
      const entries = kinds.get(kind) ?? entriesOf(db, kind)
      kinds.set(kind, entries)
      return new Map(await entries())
    },

    async put(kind, entries, now) {
      if (entries.size === 0) return
      await write(async (tx) => {
        const stored = await bodiesOf(tx, kind, [...entries.keys()])
        const rows = [...entries]
          .map((entry) => ({ scope: entry[0], body: JSON.stringify(entry) }))
          .filter(({ scope, body }) => stored.get(scope) !== body)
          .map((row) => ({ ...row, kind, at: now, revision: tx.next() }))
        await writeRows(tx, rows)
      })
    },
  }
}

const entriesOf = (db: Db, kind: string) =>
  revisionCache<Entry>((revision) =>
    db
      .selectFrom('learnt')
      .select(['scope as id', 'revision', 'body'])
      .where('kind', '=', kind)
      .where('revision', '>', revision)
      .execute(),
  )

async function bodiesOf({ trx }: Writing, kind: string, scopes: readonly string[]) {
  const rows = await inChunks(scopes, (chunk) =>
    trx
      .selectFrom('learnt')
      .select(['scope', 'body'])
      .where('kind', '=', kind)
      .where('scope', 'in', chunk)
      .execute(),
  )
  return new Map(rows.map(({ scope, body }) => [scope, body]))
}

interface Row {
  readonly kind: string
  readonly scope: string
  readonly revision: number
  readonly at: number
  readonly body: string
}

async function writeRows({ trx }: Writing, rows: readonly Row[]): Promise<void> {
  for (const chunk of chunksOf(rows))
    await trx
      .insertInto('learnt')
      .values(chunk)
      .onConflict((conflict) =>
        conflict.columns(['kind', 'scope']).doUpdateSet({
          revision: (eb) => eb.ref('excluded.revision'),
          at: (eb) => eb.ref('excluded.at'),
          body: (eb) => eb.ref('excluded.body'),
        }),
      )
      .execute()
}
