// What each table takes of a SQLite file, its indexes with it.
import { DatabaseSync } from 'node:sqlite'

export interface TableShare {
  readonly table: string
  readonly rows: number
  readonly bytes: number
}

const PAGES = `
  SELECT m.tbl_name AS "table", sum(s.pgsize) AS bytes
  FROM dbstat s JOIN sqlite_schema m ON m.name = s.name
  WHERE s.aggregate = 1 GROUP BY m.tbl_name ORDER BY bytes DESC`

/** @param file of a backend that has stopped, so that nothing is left in its WAL */
export function tableShares(file: string): TableShare[] {
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
