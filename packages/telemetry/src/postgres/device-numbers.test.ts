import { available, type PostgresServer, startPostgres } from '@bakwacht/test-support'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordedLog } from '../reading.fixture.ts'
import { Database } from './database.ts'
import { DeviceNumbers } from './device-numbers.ts'
import { postgresBed } from './postgres-bed.fixture.ts'

describe.skipIf(!available('postgres'))('the number of a device', () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server.stop())

  test('is the next one, however often processes start that know no device yet', async () => {
    const bed = await postgresBed(server)
    await bed.open()
    const database = new Database({ url: bed.url, schema: 'telemetry', log: recordedLog() })
    for (let start = 0; start < 3; start++) await new DeviceNumbers(database).of(['a', 'b', 'a'])
    const numbers = await new DeviceNumbers(database).of(['c', 'b'])
    expect(Object.fromEntries(numbers)).toEqual({ b: 2, c: 3 })
    await database.end()
    await bed.remove()
  })
})
