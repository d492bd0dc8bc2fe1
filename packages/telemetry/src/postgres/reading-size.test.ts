import { available, type PostgresServer, startPostgres } from '@bakwacht/test-support'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  allHistory,
  DAY,
  everything,
  HOUR,
  hours,
  item,
  NOON,
  reading,
  recordedLog,
} from '../reading.fixture.ts'
import type { ReadingToCommit } from '../telemetry-store.ts'
import { Database } from './database.ts'
import { postgresBed } from './postgres-bed.fixture.ts'

describe.skipIf(!available('postgres'))('a reading in PostgreSQL', () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server.stop())

  /** Bytes a reading, indexes too. */
  async function sizeOf(batches: Iterable<ReadingToCommit[]>): Promise<number> {
    const bed = await postgresBed(server)
    const store = await bed.open()
    for (const batch of batches) await store.commit(batch)
    const database = new Database({ url: bed.url, schema: 'telemetry', log: recordedLog() })
    const [size] = await database.query<{ bytes: number }>(
      `SELECT pg_total_relation_size('readings') AS bytes`,
    )
    await database.end()
    const { stored } = store.counters
    await bed.remove()
    return (size?.bytes ?? Number.NaN) / stored
  }

  const devices = Array.from({ length: 100 }, (_, n) => `street-container-${n}`)
  const eachHour = (change: Parameters<typeof item>[0] = {}) =>
    Array.from({ length: 300 }, (_, hour) =>
      devices.map((deviceId) =>
        item({ deviceId, observedAt: NOON + hour * HOUR, seq: hour, ...change }),
      ),
    )

  test('takes at most 120 bytes with its indexes, however much it says', async () => {
    expect(await sizeOf(eachHour({ fillPct: 49.5 }))).toBeLessThan(120)
  })

  test('takes no more as back-fill of weeks', async () => {
    const batches = devices.map((device) =>
      hours(device, NOON, 300).map((each) => ({
        ...each,
        reading: { ...each.reading, receivedAt: NOON + 40 * DAY },
      })),
    )
    expect(await sizeOf(batches)).toBeLessThan(120)
  })

  test('comes back exactly at and beyond the ends of what is packed', async () => {
    const odd = [
      reading({ seq: 4_294_967_293, tempC: 8.4375, rhPct: 104.9, fillPct: 150, rssiDbm: -200 }),
      reading({ seq: 4_294_967_294, tempC: -50, batteryV: 60, tiltDeg: -180, lidOpens: 65_533 }),
      reading({ seq: 0, tempC: 150, distanceMm: 19_999.5, tiltDeg: 0.1 + 0.2, lidOpens: 65_534 }),
      reading({ tempC: 8.399999618530273, rhPct: 1e-7, batteryV: 3.6001, lidOpens: 4_294_967_295 }),
      reading({ receivedAt: NOON - 1_200_000 }),
      reading({ receivedAt: NOON - 1_300_000, tempC: 113.83 }),
      reading({ receivedAt: NOON + 49 * DAY, tempC: 113.84 }),
      reading({ receivedAt: NOON + 399 * DAY, distanceMm: null, tempC: null, rssiDbm: 0 }),
    ].map((each, at) => ({ ...each, observedAt: each.observedAt + at }))
    const bed = await postgresBed(server)
    const store = await bed.open()
    await store.commit(odd.map((each) => item(each)))
    expect(await allHistory(store)).toEqual(odd)
    expect(await store.recent([{ ...everything(), from: -1, to: 1e15 }])).toEqual([odd])
    await bed.remove()
  })
})
