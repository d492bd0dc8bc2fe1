// Pages by key: a cursor holds the last row's key, so rows that come or go never shift a page.
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { InvalidCursor } from '../refusals.ts'
import type { Page, PageRequest } from '../registry.ts'

type Key = readonly (string | number)[]

/** What the query adds, for rows in the order of `columns`: one more row than asked for, after the cursor. */
export function keyset(
  columns: readonly string[],
  direction: 'asc' | 'desc',
  { limit, cursor }: PageRequest,
): { readonly after: RawBuilder<SqlBool>; readonly limit: number } {
  return { after: afterCursor(columns, direction, cursor), limit: limit + 1 }
}

function afterCursor(
  columns: readonly string[],
  direction: 'asc' | 'desc',
  cursor: string | undefined,
): RawBuilder<SqlBool> {
  if (cursor === undefined) return sql<SqlBool>`1 = 1`
  const left = sql.join(columns.map((column) => sql.ref(column)))
  const right = sql.join(decode(cursor, columns.length))
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

function decode(cursor: string, length: number): Key {
  const key = parsed(Buffer.from(cursor, 'base64url').toString())
  if (!Array.isArray(key) || key.length !== length) throw new InvalidCursor(cursor)
  if (!key.every((part) => typeof part === 'string' || typeof part === 'number'))
    throw new InvalidCursor(cursor)
  return key
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
