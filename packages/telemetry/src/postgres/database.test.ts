import { spawnSync } from 'node:child_process'
import {
  available,
  type PostgresServer,
  startPostgres,
  vanishingHost,
} from '@bakwacht/test-support'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { recordedLog } from '../reading.fixture.ts'
import { Database } from './database.ts'

const CUT_OTHERS = `
  import pg from 'pg'
  const admin = new pg.Client(process.argv[1])
  await admin.connect()
  await admin.query('SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()')
  await admin.end()`

describe.skipIf(!available('postgres'))('a pool of connections', () => {
  let server: PostgresServer
  let url: string
  let database: Database
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server.stop())
  beforeEach(async () => {
    url = await server.newDatabase()
    database = opened(url)
  })
  afterEach(() => database.end())

  const opened = (url: string, answerMs?: number) =>
    new Database({ url, schema: 'public', log: recordedLog(), ...(answerMs && { answerMs }) })

  const one = (of = database) =>
    of.transaction(async (client) => (await client.query('SELECT 1 AS one')).rows)

  /** Waits without turning the event loop, so that nothing here learns of it. */
  function cutIdleConnections(): void {
    const args = ['--input-type=module', '--eval', CUT_OTHERS, url]
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: import.meta.dirname })
    expect(status, String(stderr)).toBe(0)
  }

  test('a transaction takes another where all that were idle turn out to be lost', async () => {
    await Promise.all([one(), one(), one(), one()])
    cutIdleConnections()
    expect(await one()).toEqual([{ one: 1 }])
  })

  test('what is lost in the middle of a transaction fails it, and it is not done twice', async () => {
    let times = 0
    const work = database.transaction(async (client) => {
      times++
      cutIdleConnections()
      await client.query('SELECT 1')
    })
    await expect(work).rejects.toThrow('terminating connection')
    expect(times).toBe(1)
    expect(await one()).toEqual([{ one: 1 }])
  })

  test('a host that vanished is waited for so long, and no longer by whoever comes after', async () => {
    await using host = await vanishingHost(url)
    const through = opened(host.url, 2000)
    await Promise.all([one(through), one(through)])
    const reading = Promise.withResolvers()
    const working = through.transaction(async (client) => {
      host.vanish()
      through.query('SELECT 1').then(reading.resolve, reading.reject)
      await client.query('SELECT 1')
    })
    await Promise.allSettled([working, reading.promise])
    await expect(working).rejects.toThrow('no answer in time')
    await expect(reading.promise).rejects.toThrow('no answer in time')
    expect(await one(through)).toEqual([{ one: 1 }])
    await through.end()
  })
})
