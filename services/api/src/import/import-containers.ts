// Rows of a file become containers: all of them, or none and a list of what is wrong where.

import { isDeepStrictEqual } from 'node:util'
import type { Container } from '@bakwacht/domain'
import type { Registry } from '@bakwacht/registry'
import { emptiedAhead } from '../fleet/emptied-ahead.ts'
import { containerReferences } from '../fleet/references.ts'
import { containerFromWire, containerToWire, newContainerSchema } from '../schemas/container.ts'
import { fieldErrors } from '../server/field-errors.ts'
import { type FieldError, Problem } from '../server/problem.ts'
import { type Change, changesOf } from './changes.ts'
import { mapInTurns } from './in-turns.ts'
import type { Row } from './row.ts'

export interface ImportReport {
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  /** Of a dry run. */
  readonly changes?: Change[]
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
  const wanted = await readRows(registry, rows, now)
  const unchanged = [...wanted.values()].filter(({ same }) => same).length
  const created = [...wanted.values()].filter(({ before }) => before === undefined).length
  if (!dryRun && unchanged < wanted.size)
    await registry.containers.change([...wanted.keys()], (id, stored) =>
      afterAll(wanted.get(id), stored && whole(stored), now),
    )
  const counts = { created, updated: wanted.size - created - unchanged, unchanged }
  return dryRun ? { ...counts, changes: changesOf(wanted.values()) } : counts
}

/** Those that were registered before there were notes have none: that is no difference. */
const whole = (container: Container): Container => ({ ...container, note: container.note ?? null })

/** What a row makes of the container that was there when the file was read. */
interface Wanted {
  readonly row: Row
  readonly before: Container | undefined
  readonly after: Container
  readonly same: boolean
}

async function readRows(
  registry: Registry,
  rows: readonly Row[],
  now: number,
): Promise<ReadonlyMap<string, Wanted>> {
  const stored = new Map((await registry.containers.all()).map((one) => [one.id, whole(one)]))
  const check = await createCheck(registry, now)
  const wanted = new Map<string, Wanted>()
  const errors: FieldError[] = []
  await mapInTurns(rows, (row) => {
    const { id } = row.fields
    const before = typeof id === 'string' ? stored.get(id) : undefined
    const after = readRow(row, before, now)
    const faults = isFaulty(after) ? after : check(after, row)
    errors.push(...faults)
    if (isFaulty(after)) return
    const same = isDeepStrictEqual(before, after)
    wanted.set(after.id, { row, before, after, same })
  })
  if (errors.length > 0) throw rejected(errors)
  return wanted
}

/** Inside the transaction: a container that has changed since it was read is given its row again. */
function afterAll(
  wanted: Wanted | undefined,
  stored: Container | undefined,
  now: number,
): Container | undefined {
  if (wanted === undefined) return undefined
  const asRead = isDeepStrictEqual(stored, wanted.before)
  const after = asRead ? wanted.after : readRow(wanted.row, stored, now)
  if (isFaulty(after)) throw rejected(after)
  return isDeepStrictEqual(after, stored) ? undefined : after
}

function readRow(
  { row, fields }: Row,
  before: Container | undefined,
  now: number,
): Container | readonly FieldError[] {
  const merged = before === undefined ? fields : { ...containerToWire(before), ...fields }
  const wire = newContainerSchema.safeParse(merged)
  if (wire.success) return withLaterEmptying(containerFromWire(wire.data, before, now), before)
  return fieldErrors('row', wire.error.issues, merged).map((error) => ({ ...error, row }))
}

const isFaulty = (read: Container | readonly FieldError[]): read is readonly FieldError[] =>
  Array.isArray(read)

/** A file is older than what drivers reported since it was written: it never undoes an emptying. */
function withLaterEmptying(container: Container, before: Container | undefined): Container {
  const [given, known] = [container.lastEmptiedAt, before?.lastEmptiedAt ?? null]
  if (known === null || (given !== null && given >= known)) return container
  return { ...container, lastEmptiedAt: known }
}

/** What no field shows by itself: ids that come twice or lead nowhere, times to come. */
async function createCheck(registry: Registry, now: number) {
  const [depots, sites] = await Promise.all([registry.depots.all(), registry.sites.all()])
  const known = {
    depot: new Set(depots.filter(({ active }) => active).map(({ id }) => id)),
    site: new Set(sites.filter(({ active }) => active).map(({ id }) => id)),
  }
  const firstRows = new Map<string, number>()

  return (container: Container, { row, fields }: Row): FieldError[] => {
    const faults: FieldError[] = []
    const fault = (field: string, got: string | null, wanted: string) =>
      faults.push({ in: 'row', row, field, got: JSON.stringify(got), wanted })
    const ahead = fields.last_emptied_at === undefined ? undefined : emptiedAhead(container, now)
    if (ahead !== undefined) faults.push({ in: 'row', row, ...ahead })
    const first = firstRows.get(container.id)
    if (first !== undefined) fault('id', container.id, `an id that row ${first} does not have`)
    firstRows.set(container.id, first ?? row)
    for (const { field, id, kind } of containerReferences(container))
      if (id !== null && !known[kind].has(id))
        fault(field, id, `the id of a registered ${kind} that is in use`)
    return faults
  }
}

function rejected(errors: readonly FieldError[]): Problem {
  const rows = new Set(errors.map(({ row }) => row)).size
  return new Problem('import_rejected', `${rows} bad ${rows === 1 ? 'row' : 'rows'}`, { errors })
}
