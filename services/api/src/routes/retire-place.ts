// Depots and sites go out of use as containers do, once nothing needs them any more.
import type { Register } from '@bakwacht/registry'
import type { App } from '../context.ts'
import { emptyAnswer } from '../schemas/empty.ts'
import { idParams } from '../schemas/id.ts'
import { found, Problem } from '../server/problem.ts'

interface Place {
  readonly id: string
  readonly active: boolean
}

/** @returns what still needs it, for people: `vehicle "van-1"` */
export type Needing = (id: string) => Promise<readonly string[]>

interface RetireResource<Thing extends Place> {
  readonly path: 'depots' | 'sites'
  readonly kind: 'depot' | 'site'
  readonly register: Register<Thing>
  readonly needing: Needing
}

/** So many are named; of more it is told how many. */
const MOST_NAMED = 5

export function retirePlaceRoute<Thing extends Place>(
  app: App,
  { path, kind, register, needing }: RetireResource<Thing>,
): void {
  app.delete(
    `/${path}/:id`,
    {
      config: { roles: ['planner'], problems: ['not_found', 'conflict'] },
      schema: {
        tags: [path],
        summary: `Retire a ${kind}`,
        description: `Its history stays. 409 while it is in use: the problem says by what.`,
        params: idParams,
        response: { 204: emptyAnswer },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      found(await register.find(id), kind, id)
      await refuseInUse(kind, id, needing)
      await register.change([id], (_, before) => before && { ...before, active: false })
      return reply.code(204).send()
    },
  )
}

/** @throws Problem `conflict` that says by what it is in use */
export async function refuseInUse(kind: string, id: string, needing: Needing): Promise<void> {
  const users = await needing(id)
  if (users.length > 0) throw new Problem('conflict', inUse(kind, id, users), {}, 'place_in_use')
}

function inUse(kind: string, id: string, users: readonly string[]): string {
  const more = users.length - MOST_NAMED
  const named = users.slice(0, MOST_NAMED).join(', ')
  return `${kind} "${id}" is in use by ${named}${more > 0 ? ` and ${more} more` : ''}`
}
