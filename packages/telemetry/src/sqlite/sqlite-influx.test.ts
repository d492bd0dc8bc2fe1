import { available, type InfluxServer, startInflux } from '@bakwacht/test-support'
import { afterAll, beforeAll, describe } from 'vitest'
import { influxFor, withInfluxCases } from '../influx/with-influx.case.ts'
import { telemetryStoreCases } from '../telemetry-store.case.ts'
import { sqliteBed } from './sqlite-bed.fixture.ts'

describe.skipIf(!available('influxdb'))('with a real InfluxDB 1.x', () => {
  let server: InfluxServer
  beforeAll(async () => {
    server = await startInflux()
  })
  afterAll(() => server.stop())

  withInfluxCases('SQLite and InfluxDB', () => server, sqliteBed)
  telemetryStoreCases('SQLite with InfluxDB', () => sqliteBed(() => influxFor(server.url)))
})
