// Pages by key: a cursor holds the last row's key, so rows that come or go never shift a page.
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { InvalidCursor } from '../refusals.ts'
import type { Page, PageRequest } from '../registry.ts'

type Key = readonly (string | number)[]

/** The columns of a key in their order, each with what is in it. */
type KeyColumns = Readonly<Record<string, 'text' | 'whole number'>>

/** What the query adds, for rows in the order of `columns`: one more row than asked for, after the cursor. */
export function keyset(
  columns: KeyColumns,
  direction: 'asc' | 'desc',
  { limit, cursor }: PageRequest,
): { readonly after: RawBuilder<SqlBool>; readonly limit: number } {
  return { after: afterCursor(columns, direction, cursor), limit: limit + 1 }
}

function afterCursor(
  columns: KeyColumns,
  direction: 'asc' | 'desc',
  cursor: string | undefined,
): RawBuilder<SqlBool> {
  if (cursor === undefined) return sql<SqlBool>`1 = 1`
  const left = sql.join(Object.keys(columns).map((column) => sql.ref(column)))
  const right = sql.join(decode(cursor, Object.values(columns)))
  return direction === 'asc'
    ? sql<SqlBool>`(${left}) > (${right})`
    : sql<SqlBool>`(${left}) < (${right})`
}

/** @param rows up to `limit` + 1 of them */
export function pageOf<Row>(
  rows: readonly Row[],
  { limit }: PageRequest,
  keyOf: (row: Row) => Key,
): Page<Row> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items,
    nextCursor: rows.length > limit && last !== undefined ? encode(keyOf(last)) : null,
  }
}

const encode = (key: Key) => Buffer.from(JSON.stringify(key)).toString('base64url')

function decode(cursor: string, kinds: readonly KeyColumns[string][]): Key {
  const key = parsed(Buffer.from(cursor, 'base64url').toString())
  if (!Array.isArray(key) || key.length !== kinds.length) throw new InvalidCursor(cursor)
  if (!kinds.every((kind, at) => fits[kind](key[at]))) throw new InvalidCursor(cursor)
  return key
}

/** What PostgreSQL would refuse to compare with the column is no key of ours. */
const fits = {
  text: (part: unknown) => typeof part === 'string' && !part.includes('\0'),
  'whole number': (part: unknown) => Number.isSafeInteger(part),
} as const satisfies Record<KeyColumns[string], (part: unknown) => boolean>

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
