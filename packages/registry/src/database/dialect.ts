import { PostgresAdapter } from 'kysely'
import type { Db } from './schema.ts'

/** Adds to a query what PostgreSQL needs and SQLite, with its one writer, does not know. */
export const ifPostgres =
  <Query>(db: Db, add: (query: Query) => Query) =>
  (query: Query): Query =>
    db.getExecutor().adapter instanceof PostgresAdapter ? add(query) : query
