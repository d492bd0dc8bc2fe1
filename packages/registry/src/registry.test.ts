import { join } from 'node:path'
import { NOON } from '@bakwacht/domain/fixture'
import {
  available,
  type PostgresServer,
  startPostgres,
  temporaryFolder,
} from '@bakwacht/test-support'
import pg from 'pg'
import { afterAll, beforeAll, describe } from 'vitest'
import { openRegistry, type RegistrySource } from './open-registry.ts'
import type { Opened } from './opened.fixture.ts'
import { registryCase } from './registry.case.ts'
import type { Registry } from './registry.ts'

describe('the registry on SQLite', () => {
  registryCase(async () => {
    const folder = temporaryFolder('registry')
    return opened({ sqliteFile: join(folder.path, 'registry.sqlite') }, async () => folder.remove())
  })
})

describe.skipIf(!available('postgres'))('the registry on PostgreSQL', () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await startPostgres()
    // Makes the tables, which every test then finds empty.
    const registry = await openRegistry({ url: server.url }, { clock: () => NOON })
    await registry.stop()
  })
  afterAll(() => server.stop())

  registryCase(() => opened({ url: server.url }, () => emptyAll(server.url)))
})

async function opened(source: RegistrySource, clean: () => Promise<void>): Promise<Opened> {
  const clock = { now: NOON }
  const open = () => openRegistry(source, { clock: () => clock.now })
  const registries: Registry[] = []
  const another = async () => {
    const registry = await open()
    registries.push(registry)
    return registry
  }
  return {
    registry: await another(),
    another,
    source,
    clock,
    async [Symbol.asyncDispose]() {
      for (const registry of registries) await registry.stop()
      await clean()
    },
  }
}

async function emptyAll(url: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query(
    "select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely_%' and tablename <> 'counters'",
  )
  // Those that others refer to come last.
  const order = (name: string) => ['plans', 'containers', 'devices'].indexOf(name)
  const tables = rows.map((row) => `${row.tablename}`).sort((a, b) => order(a) - order(b))
  await client.query(tables.map((table) => `delete from ${table}`).join(';'))
  await client.end()
}
