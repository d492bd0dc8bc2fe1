import { sql, type Transaction } from 'kysely'
import { chunksOf } from './chunks.ts'
import type { Tables } from './schema.ts'

export interface Touch {
  readonly containerId: string
  readonly since: number
}

/** One row a container, from the earliest time on that nobody has claimed. */
export async function writeTouches(
  trx: Transaction<Tables>,
  touches: readonly Touch[],
  next: () => number,
): Promise<void> {
  const earliest = new Map<string, number>()
  for (const { containerId, since } of touches)
    earliest.set(containerId, Math.min(since, earliest.get(containerId) ?? since))
  const rows = [...earliest].map(([container_id, since]) => ({ container_id, since, mark: next() }))
  for (const chunk of chunksOf(rows))
    await trx
      .insertInto('touched')
      .values(chunk)
      .onConflict((conflict) =>
        conflict.column('container_id').doUpdateSet({
          since: sql`case when touched.since < excluded.since then touched.since else excluded.since end`,
        }),
      )
      .execute()
}
