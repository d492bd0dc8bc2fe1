import { available, type PostgresServer, startPostgres } from '@bakwacht/test-support'
import { afterAll, beforeAll, describe } from 'vitest'
import { telemetryStoreCases } from '../telemetry-store.case.ts'
import { postgresBed } from './postgres-bed.fixture.ts'

describe.skipIf(!available('postgres'))('with a real PostgreSQL', () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server.stop())

  telemetryStoreCases('PostgreSQL', () => postgresBed(server))
})
