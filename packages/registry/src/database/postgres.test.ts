import { available, startPostgres, vanishingHost } from '@bakwacht/test-support'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openPostgres } from './postgres.ts'

describe.skipIf(!available('postgres'))('a connection that is cut', () => {
  test('between two queries of a transaction fails that transaction, and nothing else', async () => {
    const server = await startPostgres()
    const db = openPostgres(server.url)
    try {
      const cut = db.transaction().execute(async (trx) => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
        await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(db)
        // The client learns of it while nobody asks it anything: unheard, that would end the process.
        await new Promise((resolve) => setTimeout(resolve, 200))
        await sql`select 1`.execute(trx)
      })
      await expect(cut).rejects.toThrow()
      const { rows } = await sql<{ one: number }>`select 1 as one`.execute(db)
      expect(rows).toEqual([{ one: 1 }])
    } finally {
      await db.destroy()
      await server.stop()
    }
  })
})

describe.skipIf(!available('postgres'))('a host that vanished', () => {
  test('is waited for so long, once a connection', async () => {
    const server = await startPostgres()
    await using host = await vanishingHost(server.url)
    const db = openPostgres(host.url, 2000)
    const one = () => sql<{ one: number }>`select 1 as one`.execute(db)
    try {
      await one()
      host.vanish()
      await expect(one()).rejects.toThrow('timeout')
      expect((await one()).rows).toEqual([{ one: 1 }])
      const working = db.transaction().execute(async (trx) => {
        host.vanish()
        await sql`select 1`.execute(trx)
      })
      await expect(working).rejects.toThrow('timeout')
      expect((await one()).rows).toEqual([{ one: 1 }])
    } finally {
      await db.destroy()
      await server.stop()
    }
  })
})
