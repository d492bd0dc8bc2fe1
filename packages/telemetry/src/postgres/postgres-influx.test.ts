import {
  available,
  type InfluxServer,
  type PostgresServer,
  startInflux,
  startPostgres,
} from '@bakwacht/test-support'
import { afterAll, beforeAll, describe } from 'vitest'
import { influxFor, withInfluxCases } from '../influx/with-influx.case.ts'
import { telemetryStoreCases } from '../telemetry-store.case.ts'
import { postgresBed } from './postgres-bed.fixture.ts'

const real = available('postgres') && available('influxdb')

describe.skipIf(!real)('with a real PostgreSQL and InfluxDB 1.x', () => {
  let database: PostgresServer
  let server: InfluxServer
  beforeAll(async () => {
    database = await startPostgres()
    server = await startInflux()
  })
  afterAll(async () => {
    await server.stop()
    await database.stop()
  })

  withInfluxCases(
    'PostgreSQL and InfluxDB',
    () => server,
    (influx) => postgresBed(database, influx),
  )
  telemetryStoreCases('PostgreSQL with InfluxDB', () =>
    postgresBed(database, () => influxFor(server.url)),
  )
})
