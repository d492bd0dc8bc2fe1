// What each database needs of its own; the port's suite is registry.case.ts.
import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { depotDefaults } from '@bakwacht/domain'
import { container, NOON } from '@bakwacht/domain/fixture'
import {
  available,
  type PostgresServer,
  startPostgres,
  temporaryFolder,
} from '@bakwacht/test-support'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPostgres } from './database/postgres.ts'
import { createWrite, newestNumber } from './database/writing.ts'
import { openRegistry, type RegistrySource } from './open-registry.ts'

const clock = () => NOON

/** Three threads open it at once, and each stores three states. */
async function openedByThreads(source: RegistrySource): Promise<number> {
  // The thread that outlives them keeps the library loaded: see telemetry's sqlite/worker.ts.
  new Database(':memory:').close()
  const threads = ['a', 'b', 'c'].map((name) => {
    const url = new URL('./writing-thread.ts', import.meta.url)
    return once(new Worker(url, { workerData: { source, name, rounds: 1 } }), 'exit')
  })
  await Promise.all(threads)
  const registry = await openRegistry(source, { clock })
  const states = await registry.states.all()
  await registry.stop()
  return states.length
}

describe('a registry file', () => {
  it('can be opened by several threads when it is new', async () => {
    using folder = temporaryFolder('registry')
    expect(await openedByThreads({ sqliteFile: join(folder.path, 'registry.sqlite') })).toBe(9)
  })

  it('keeps what was put when it is opened again', async () => {
    using folder = temporaryFolder('registry')
    const source = { sqliteFile: join(folder.path, 'registry.sqlite') }
    const before = await openRegistry(source, { clock })
    await before.containers.put([container('a')])
    await before.ready()
    await before.stop()
    await before.stop()
    await expect(before.ready()).rejects.toThrow()
    const after = await openRegistry(source, { clock })
    expect(await after.containers.all()).toEqual([container('a')])
    await after.stop()
  })

  it('of before depots and sites could be retired has them all in use', async () => {
    using folder = temporaryFolder('registry')
    const source = { sqliteFile: join(folder.path, 'registry.sqlite') }
    const before = await openRegistry(source, { clock })
    const depot = { id: 'a', name: 'A', location: [4.7, 50.88], ...depotDefaults } as const
    await before.depots.put([depot])
    await before.stop()
    const database = new Database(source.sqliteFile)
    database.exec("update depots set body = json_remove(body, '$.active')")
    database.exec("delete from kysely_migration where name = '0007-retired-places'")
    database.close()
    const after = await openRegistry(source, { clock })
    expect(await after.depots.all()).toEqual([depot])
    await after.stop()
  })

  it('is refused where it cannot be durable, saying why', async () => {
    await expect(openRegistry({ sqliteFile: ':memory:' }, { clock })).rejects.toThrow(
      ':memory:: journal_mode is memory, wanted wal',
    )
  })

  it('is refused when a newer Bakwacht has changed its tables', async () => {
    using folder = temporaryFolder('registry')
    const source = { sqliteFile: join(folder.path, 'registry.sqlite') }
    await (await openRegistry(source, { clock })).stop()
    const database = new Database(source.sqliteFile)
    database.exec("insert into kysely_migration values ('9999-later', '2030-01-01T00:00:00.000Z')")
    database.close()
    await expect(openRegistry(source, { clock })).rejects.toMatchObject({
      message: "cannot bring the registry's tables up to date",
      cause: { message: expect.stringContaining('9999-later') },
    })
  })
})

describe.skipIf(!available('postgres'))('a registry database', () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server.stop())

  it('can be opened by several processes when it is new', async () => {
    expect(await openedByThreads({ url: await server.newDatabase() })).toBe(9)
  })

  it('shows no number while a smaller one is still to come', async () => {
    const url = await server.newDatabase()
    await (await openRegistry({ url }, { clock })).stop()
    const [first, second] = [openPostgres(url), openPostgres(url)]
    const began = Promise.withResolvers<void>()
    const mayEnd = Promise.withResolvers<void>()
    const given: string[] = []
    const slow = createWrite(first)(async ({ next }) => {
      given.push(`slow ${next()}`)
      began.resolve()
      await mayEnd.promise
    })
    await began.promise
    const quick = createWrite(second)(async ({ next }) => {
      given.push(`quick ${next()}`)
    })
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(given).toEqual(['slow 1'])
    expect(await newestNumber(second)).toBe(0)
    mayEnd.resolve()
    await Promise.all([slow, quick])
    expect(given).toEqual(['slow 1', 'quick 2'])
    expect(await newestNumber(second)).toBe(2)
    await Promise.all([first.destroy(), second.destroy()])
  })

  it('that does not answer is an error, not the end of the process', async () => {
    const gone = openRegistry({ url: 'postgres://bakwacht@127.0.0.1:1/none' }, { clock })
    await expect(gone).rejects.toThrow("cannot bring the registry's tables up to date")
  })
})
