// One container in the coming plans. Whom a plan or run speaks of is parsed once for each of its versions:
// a day of a large fleet is megabytes, and a question about one bin must not read it again.
import type { NotCollected, Stop } from '@bakwacht/domain'
import type { Db } from '../database/schema.ts'
import type { PlanMention, Plans } from '../registry.ts'
import { readRun } from './read-plans.ts'

export function createMentions(db: Db): Plans['mentions'] {
  const leftOut = versionCache((body) => {
    const { notCollected } = JSON.parse(body) as { readonly notCollected: readonly NotCollected[] }
    return new Map(notCollected.map(({ containerId, reason }) => [containerId, reason]))
  })
  const visited = versionCache((body) => {
    const { stops } = JSON.parse(body) as { readonly stops: readonly Stop[] }
    return new Set(stops.map(({ containerId }) => containerId))
  })

  return async (containerId, fromDate) => {
    const mentions: PlanMention[] = []
    for (const [{ id, date }, containers] of await visited(live(db, 'runs', fromDate))) {
      if (!containers.has(containerId)) continue
      const run = await readRun(db, id)
      for (const stop of run?.stops ?? [])
        if (run !== undefined && stop.containerId === containerId)
          mentions.push({ kind: 'visit', date, run, stop })
    }
    for (const [{ date }, reasons] of await leftOut(live(db, 'plans', fromDate))) {
      const reason = reasons.get(containerId)
      if (reason !== undefined) mentions.push({ kind: 'left_out', date, reason })
    }
    return mentions.sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)))
  }
}

interface Head {
  readonly id: string
  readonly version: number
  readonly date: string
}

interface Source {
  readonly heads: () => Promise<readonly Head[]>
  readonly body: (id: string) => Promise<string | undefined>
}

const live = (db: Db, table: 'plans' | 'runs', fromDate: string): Source => ({
  heads: () =>
    db
      .selectFrom(table)
      .select(['id', 'version', 'date'])
      .where('date', '>=', fromDate)
      .where('status', '<>', 'cancelled')
      .execute(),
  body: async (id) =>
    (await db.selectFrom(table).select('body').where('id', '=', id).executeTakeFirst())?.body,
})

/** Remembers what was parsed of the versions that are still there. */
function versionCache<Parsed>(parse: (body: string) => Parsed) {
  let known = new Map<string, { readonly version: number; readonly parsed: Parsed }>()
  return async ({ heads, body }: Source): Promise<readonly (readonly [Head, Parsed])[]> => {
    const before = known
    const found: [Head, Parsed][] = []
    const kept: typeof known = new Map()
    for (const head of await heads()) {
      const same = before.get(head.id)
      const text = same?.version === head.version ? undefined : await body(head.id)
      const parsed = text === undefined ? same?.parsed : parse(text)
      if (parsed === undefined) continue
      kept.set(head.id, { version: head.version, parsed })
      found.push([head, parsed])
    }
    known = kept
    return found
  }
}
