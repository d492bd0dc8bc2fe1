import { isWithoutAnswer } from '@bakwacht/postgres'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/** The same pool, but a connection on which an answer did not come in time is asked nothing else, nor lent again. */
export const lendingAnswering = (pool: pg.Pool): PostgresPool => ({
  connect: async () => answering(await pool.connect()),
  end: () => pool.end(),
  options: pool.options,
})

function answering(client: pg.PoolClient): PostgresPoolClient {
  let owed: unknown
  const query = async (sql: string, values: readonly unknown[]) => {
    if (owed !== undefined) throw owed
    try {
      return await client.query(sql, [...values])
    } catch (error) {
      if (isWithoutAnswer(error)) owed = error
      throw error
    }
  }
  const release = (destroy?: boolean) => client.release(destroy === true || owed !== undefined)
  // No cursor is asked for here, which it would take as well.
  return { query, release } as unknown as PostgresPoolClient
}
