// All rows of a table, parsed once. A question asks the database only for rows of a newer revision,
// so it sees every commit of every process, and 5,000 unchanged rows cost one index look-up.
// Needs: rows are never deleted, and revisions become visible in their order (writing.ts).
import type { RegisterRow } from './schema.ts'

/**
 * @param newerThan the rows whose revision is greater
 * @returns a function that gives all things as they now are, by id; callers must not change them
 */
export function revisionCache<Thing>(
  newerThan: (revision: number) => Promise<readonly RegisterRow[]>,
): () => Promise<readonly Thing[]> {
  const known = new Map<string, { readonly revision: number; readonly thing: Thing }>()
  let newest = 0
  let sorted: readonly Thing[] = []

  return async () => {
    const rows = await newerThan(newest)
    // Two questions may overlap: the one that began first must not bring back what it read.
    const fresh = rows.filter((row) => row.revision > (known.get(row.id)?.revision ?? 0))
    for (const { id, revision, body } of fresh) {
      known.set(id, { revision, thing: JSON.parse(body) })
      newest = Math.max(newest, revision)
    }
    if (fresh.length > 0) sorted = [...known].sort(byId).map(([, { thing }]) => thing)
    return sorted
  }
}

const byId = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) =>
  a < b ? -1 : a > b ? 1 : 0
