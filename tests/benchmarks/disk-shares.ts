// What each table takes on disk, its indexes with it.
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'

export interface TableShare {
  /** With the file or the schema before it. */
  readonly table: string
  readonly rows: number
  readonly bytes: number
}

const PAGES = `
  SELECT m.tbl_name AS "table", sum(s.pgsize) AS bytes
  FROM dbstat s JOIN sqlite_schema m ON m.name = s.name
  WHERE s.aggregate = 1 GROUP BY m.tbl_name ORDER BY bytes DESC`

/** @param folder of a backend that has stopped, so that nothing is left in a WAL */
export const sharesOfFiles = (folder: string): TableShare[] =>
  ['readings.sqlite', 'registry.sqlite'].flatMap((file) =>
    sharesOfFile(join(folder, file)).map((share) => ({
      ...share,
      table: `${file}: ${share.table}`,
    })),
  )

function sharesOfFile(file: string): TableShare[] {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    return database
      .prepare(PAGES)
      .all()
      .map(({ table, bytes }) => ({
        table: String(table),
        bytes: Number(bytes),
        rows: Number(database.prepare(`SELECT count(*) AS n FROM "${table}"`).get()?.n),
      }))
  } finally {
    database.close()
  }
}

const RELATIONS = `
  SELECT schemaname AS schema, relname AS "table", pg_total_relation_size(relid) AS bytes
  FROM pg_stat_user_tables ORDER BY bytes DESC`

/** As PostgreSQL has it at this moment, with what it has not cleared away yet. */
export async function sharesOfDatabase(url: string): Promise<TableShare[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rows } = await client.query<{ schema: string; table: string; bytes: string }>(RELATIONS)
    const shares: TableShare[] = []
    for (const { schema, table, bytes } of rows) {
      const counted = await client.query(`SELECT count(*) AS n FROM ${schema}."${table}"`)
      shares.push({
        table: `${schema}.${table}`,
        bytes: Number(bytes),
        rows: Number(counted.rows[0]?.n),
      })
    }
    return shares
  } finally {
    await client.end()
  }
}
