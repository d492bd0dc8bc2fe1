import { available, type PostgresServer, startPostgres } from '@bakwacht/test-support'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { item, NOON, recordedLog } from '../reading.fixture.ts'
import type { TelemetryStore } from '../telemetry-store.ts'
import { ArrivalWatermark } from './arrival-watermark.ts'
import { Database } from './database.ts'
import { postgresOutbox } from './outbox-tables.ts'
import { type PostgresBed, postgresBed } from './postgres-bed.fixture.ts'

describe.skipIf(!available('postgres'))('the arrival watermark', () => {
  let server: PostgresServer
  let bed: PostgresBed
  let store: TelemetryStore
  let database: Database
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server.stop())
  beforeEach(async () => {
    bed = await postgresBed(server)
    store = await bed.open()
    database = new Database({ url: bed.url, schema: 'telemetry', log: recordedLog() })
  })
  afterEach(async () => {
    await database.end()
    await bed.remove()
  })

  /** A commit of one reading, as another process makes it, that stays open. */
  async function openCommit(deviceId: string) {
    const client = new pg.Client({ connectionString: bed.url, options: '-c search_path=telemetry' })
    await client.connect()
    await client.query('BEGIN')
    await client.query('SELECT no FROM devices WHERE device_id = $1 FOR UPDATE', [deviceId])
    await client.query(
      `INSERT INTO readings (key, content_hash)
       SELECT reading_key(no, $2), 1 FROM devices WHERE device_id = $1`,
      [deviceId, NOON + 99],
    )
    return async (end: 'COMMIT' | 'ROLLBACK') => {
      await client.query(end)
      await client.end()
    }
  }

  const nextTimes = async (watermark: ArrivalWatermark) => {
    const { readings } = await postgresOutbox(database, watermark).next(100)
    return readings.map(({ deviceId, observedAt }) => `${deviceId} ${observedAt - NOON}`)
  }

  /** Whatever else has an id, autovacuum too, holds the watermark back for a moment. */
  const soon = (watermark: ArrivalWatermark) =>
    expect.poll(() => nextTimes(watermark), { timeout: 10_000 })

  test.each(['COMMIT', 'ROLLBACK'] as const)(
    'never passes a number whose transaction is open, then goes on after %s',
    async (ending) => {
      await store.commit([item({ deviceId: 'slow' }), item({ deviceId: 'fast' })])
      const watermark = new ArrivalWatermark(database)
      await soon(watermark).toEqual(['slow 0', 'fast 0'])
      const end = await openCommit('slow')
      await store.commit([item({ deviceId: 'fast', observedAt: NOON + 1 })])
      for (let looks = 0; looks < 3; looks++)
        expect(await nextTimes(watermark)).toEqual(['slow 0', 'fast 0'])
      expect(await nextTimes(new ArrivalWatermark(database))).toEqual([])
      await end(ending)
      await soon(watermark).toEqual([
        'slow 0',
        'fast 0',
        ...(ending === 'COMMIT' ? ['slow 99'] : []),
        'fast 1',
      ])
    },
  )

  test('does not stop at a transaction that only reads', async () => {
    const client = new pg.Client(bed.url)
    await client.connect()
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ')
    await client.query('SELECT count(*) FROM telemetry.readings')
    await store.commit([item()])
    await soon(new ArrivalWatermark(database)).toEqual(['d-1 0'])
    await client.end()
  })
})
