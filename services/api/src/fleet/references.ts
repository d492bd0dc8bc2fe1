// Ids in a body must name something that is in use: a typing mistake would hide a bin from planning.
import type { Container, Vehicle } from '@bakwacht/domain'
import type { Registry } from '@bakwacht/registry'
import { Problem } from '../server/problem.ts'

interface Reference {
  readonly field: string
  readonly id: string | null
  readonly kind: 'depot' | 'site'
}

type Registers = Pick<Registry, 'depots' | 'sites'>

/** @param thing that refers to them; what is retired may refer to what is. @throws Problem `unknown_reference` */
export async function checkReferences(
  registry: Registers,
  references: readonly Reference[],
  thing: { readonly active: boolean },
): Promise<void> {
  for (const { field, id, kind } of references) {
    if (id === null) continue
    const register = kind === 'depot' ? registry.depots : registry.sites
    const there = await register.find(id)
    if (there !== undefined && (there.active || !thing.active)) continue
    const wanted = `the id of a ${kind} that is in use`
    const why = there === undefined ? `there is no ${kind} "${id}"` : `${kind} "${id}" is retired`
    throw new Problem('unknown_reference', why, {
      errors: [{ in: 'body', field: `/${field}`, got: JSON.stringify(id), wanted }],
    })
  }
}

export const containerReferences = (container: Pick<Container, 'depotId' | 'siteId'>) =>
  [
    { field: 'depot_id', id: container.depotId, kind: 'depot' },
    { field: 'site_id', id: container.siteId, kind: 'site' },
  ] as const satisfies readonly Reference[]

export const vehicleReferences = (vehicle: Pick<Vehicle, 'depotId'>) =>
  [
    { field: 'depot_id', id: vehicle.depotId, kind: 'depot' },
  ] as const satisfies readonly Reference[]
