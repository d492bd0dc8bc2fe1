import { available, startPostgres, vanishingHost } from '@bakwacht/test-support'
import { describe, expect, test } from 'vitest'
import { isWithoutAnswer, openPool } from './open-pool.ts'

describe.skipIf(!available('postgres'))('a pool', () => {
  test('gives numbers as numbers, and tells a host that says nothing from one that refuses', async () => {
    const server = await startPostgres()
    await using host = await vanishingHost(server.url)
    const pool = openPool({ url: host.url, max: 1, answerMs: 2000, connectMs: 10_000 })
    const failureOf = (sql: string) => pool.query(sql).catch((error: unknown) => error)
    try {
      expect((await pool.query('SELECT 2::bigint ^ 50 AS n, 7::bigint AS m')).rows).toEqual([
        { n: 2 ** 50, m: 7 },
      ])
      expect(isWithoutAnswer(await failureOf('SELECT nothing'))).toBe(false)
      await pool.query('SELECT 1')
      host.vanish()
      expect(isWithoutAnswer(await failureOf('SELECT 1'))).toBe(true)
      expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
    } finally {
      await pool.end()
      await server.stop()
    }
  })
})
