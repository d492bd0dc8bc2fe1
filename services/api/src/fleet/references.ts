// Ids in a body must name something that exists: a typing mistake would hide a bin from planning.
import type { Container, Vehicle } from '@bakwacht/domain'
import type { Registry } from '@bakwacht/registry'
import { Problem } from '../server/problem.ts'

interface Reference {
  readonly field: string
  readonly id: string | null
  readonly kind: 'depot' | 'site'
}

type Registers = Pick<Registry, 'depots' | 'sites'>

/** @throws Problem `unknown_reference` */
export async function checkReferences(
  registry: Registers,
  references: readonly Reference[],
): Promise<void> {
  for (const { field, id, kind } of references) {
    if (id === null) continue
    const register = kind === 'depot' ? registry.depots : registry.sites
    if ((await register.find(id)) !== undefined) continue
    const wanted = `the id of a ${kind} that is registered`
    throw new Problem('unknown_reference', `there is no ${kind} "${id}"`, {
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
