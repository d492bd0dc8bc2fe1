// What a dry run of an import tells: each container that would be new, or differ, and in what.
import { isDeepStrictEqual } from 'node:util'
import type { Container } from '@bakwacht/domain'
import { containerToWire } from '../schemas/container.ts'
import { MOST_CHANGES } from '../schemas/import-report.ts'

export interface Change {
  readonly row: number
  readonly id: string
  readonly name: string
  readonly created: boolean
  readonly fields: { readonly field: string; readonly from: unknown; readonly to: unknown }[]
}

interface Wanted {
  readonly row: { readonly row: number }
  readonly before: Container | undefined
  readonly after: Container
  readonly same: boolean
}

export const changesOf = (wanted: Iterable<Wanted>): Change[] =>
  [...wanted]
    .filter(({ same }) => !same)
    .slice(0, MOST_CHANGES)
    .map(({ row: { row }, before, after }) => ({
      row,
      id: after.id,
      name: after.name,
      created: before === undefined,
      fields: before === undefined ? [] : differences(before, after),
    }))

function differences(before: Container, after: Container): Change['fields'] {
  const old: Record<string, unknown> = containerToWire(before)
  return Object.entries(containerToWire(after))
    .filter(([field, to]) => !isDeepStrictEqual(old[field], to))
    .map(([field, to]) => ({ field, from: old[field], to }))
}
