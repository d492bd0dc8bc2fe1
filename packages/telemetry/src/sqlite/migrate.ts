import type { Connection } from './connection.ts'
import { readings } from './migrations/0001-readings.ts'
import { counted } from './migrations/0002-counted.ts'

/** In order; `user_version` counts those applied. Append only. */
const MIGRATIONS: readonly string[] = [readings, counted]

/** @throws Error when a newer Bakwacht wrote the file */
export function migrate(connection: Connection): void {
  connection
    .transaction(() => {
      const applied = Number(connection.pragma('user_version', { simple: true }))
      if (applied > MIGRATIONS.length)
        throw new Error(
          `${connection.name}: schema ${applied} is newer than this version knows (${MIGRATIONS.length})`,
        )
      for (const sql of MIGRATIONS.slice(applied)) connection.exec(sql)
      connection.pragma(`user_version = ${MIGRATIONS.length}`)
    })
    .immediate()
}
