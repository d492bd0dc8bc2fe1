// Rows of a file become containers: all of them, or none and a list of what is wrong where.

import { setImmediate } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Container } from '@bakwacht/domain'
import type { Registry } from '@bakwacht/registry'
import { containerReferences } from '../fleet/references.ts'
import { containerFromWire, containerToWire, newContainerSchema } from '../schemas/container.ts'
import { fieldErrors } from '../server/field-errors.ts'
import { type FieldError, Problem } from '../server/problem.ts'
import type { Row } from './row.ts'

/** So many rows, then others have their turn: sensors wait on this thread too. */
const ROWS_AT_A_TIME = 200

export interface ImportReport {
  readonly created: number
  readonly updated: number
  readonly unchanged: number
}

/**
 * A container that is there already keeps the fields that its row does not give.
 * @throws Problem `import_rejected` naming every bad row
 */
export async function importContainers(
  registry: Registry,
  rows: readonly Row[],
  { dryRun, now }: { readonly dryRun: boolean; readonly now: number },
): Promise<ImportReport> {
  const stored = new Map((await registry.containers.all()).map((one) => [one.id, one]))
  const check = await createCheck(registry)
  const containers: Container[] = []
  const errors: FieldError[] = []
  for (const [at, row] of rows.entries()) {
    const read = readRow(row, stored, now)
    const faults = Array.isArray(read) ? read : check(read as Container, row)
    errors.push(...faults)
    if (faults.length === 0) containers.push(read as Container)
    if (at % ROWS_AT_A_TIME === 0) await setImmediate()
  }
  if (errors.length > 0) throw rejected(errors)

  const changed = containers.filter((one) => !isDeepStrictEqual(one, stored.get(one.id)))
  if (!dryRun && changed.length > 0) await registry.containers.put(changed)
  const created = changed.filter(({ id }) => !stored.has(id)).length
  return {
    created,
    updated: changed.length - created,
    unchanged: containers.length - changed.length,
  }
}

function readRow(
  { row, fields }: Row,
  stored: ReadonlyMap<string, Container>,
  now: number,
): Container | FieldError[] {
  const before = typeof fields.id === 'string' ? stored.get(fields.id) : undefined
  const merged = before === undefined ? fields : { ...containerToWire(before), ...fields }
  const wire = newContainerSchema.safeParse(merged)
  if (wire.success) return containerFromWire(wire.data, before, now)
  return fieldErrors('row', wire.error.issues, merged).map((error) => ({ ...error, row }))
}

/** What one row alone cannot show: ids that come twice, or that lead nowhere. */
async function createCheck(registry: Registry) {
  const [depots, sites] = await Promise.all([registry.depots.all(), registry.sites.all()])
  const known = {
    depot: new Set(depots.map(({ id }) => id)),
    site: new Set(sites.map(({ id }) => id)),
  }
  const firstRows = new Map<string, number>()

  return (container: Container, { row }: Row): FieldError[] => {
    const faults: FieldError[] = []
    const fault = (field: string, got: string | null, wanted: string) =>
      faults.push({ in: 'row', row, field, got: JSON.stringify(got), wanted })
    const first = firstRows.get(container.id)
    if (first !== undefined) fault('id', container.id, `an id that row ${first} does not have`)
    firstRows.set(container.id, first ?? row)
    for (const { field, id, kind } of containerReferences(container))
      if (id !== null && !known[kind].has(id)) fault(field, id, `the id of a registered ${kind}`)
    return faults
  }
}

function rejected(errors: readonly FieldError[]): Problem {
  const rows = new Set(errors.map(({ row }) => row)).size
  return new Problem('import_rejected', `${rows} bad ${rows === 1 ? 'row' : 'rows'}`, { errors })
}
