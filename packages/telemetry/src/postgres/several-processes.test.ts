// Several stores on one database, as several processes have them.
import {
  available,
  type InfluxServer,
  type PostgresServer,
  startInflux,
  startPostgres,
} from '@bakwacht/test-support'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { influxFor } from '../influx/with-influx.case.ts'
import { allHistory, everything, hours, item, NOON, stamped } from '../reading.fixture.ts'
import type { TelemetryStore } from '../telemetry-store.ts'
import { until } from '../until.fixture.ts'
import { type PostgresBed, postgresBed } from './postgres-bed.fixture.ts'

describe.skipIf(!available('postgres'))('processes that share a database', () => {
  let server: PostgresServer
  let bed: PostgresBed
  let stores: TelemetryStore[]
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server.stop())
  beforeEach(async () => {
    bed = await postgresBed(server)
    // At the same time: each wants to make the tables.
    stores = await Promise.all([bed.open(), bed.open(), bed.open()])
  })
  afterEach(() => bed.remove())

  const [first, second] = [() => stores[0] as TelemetryStore, () => stores[1] as TelemetryStore]

  test('store a reading once when each was sent it', async () => {
    const batches = ['a', 'b', 'c', 'd'].map((deviceId) => hours(deviceId, NOON, 50))
    const outcomes = await Promise.all(
      stores.flatMap((store, turn) =>
        // In different orders, which must not lock them against each other.
        batches.toSorted(() => turn - 1).map((batch) => store.commit(batch)),
      ),
    )
    expect(outcomes.flat().filter((outcome) => outcome === 'stored')).toHaveLength(200)
    expect(outcomes.flat().filter((outcome) => outcome === 'duplicate')).toHaveLength(400)
    expect((await first().devicesSeen()).map(({ count }) => count)).toEqual([50, 50, 50, 50])
  })

  test('give stamped readings of one device different milliseconds, and know each other’s repeats', async () => {
    const sent = Array.from({ length: 60 }, (_, seq) => stamped({ seq }))
    const outcomes = await Promise.all(
      stores.flatMap((store) => sent.map((each) => store.commit([each]))),
    )
    expect(outcomes.flat().filter((outcome) => outcome === 'stored')).toHaveLength(60)
    expect((await allHistory(first())).map(({ observedAt }) => observedAt - NOON)).toEqual(
      Array.from({ length: 60 }, (_, n) => n),
    )
  })

  test('claim each dirty device once', async () => {
    await first().commit(Array.from({ length: 90 }, (_, n) => item({ deviceId: `d-${n}` })))
    const claims = await Promise.all(
      stores.flatMap((store) => [store.claimDirty(20, NOON), store.claimDirty(20, NOON)]),
    )
    const rest = await second().claimDirty(90, NOON)
    const claimed = [...claims.flat(), ...rest].map(({ deviceId }) => deviceId)
    expect(claimed).toHaveLength(90)
    expect(new Set(claimed).size).toBe(90)
  })

  test('go on with other connections where the server cut those that were idle, and lose nothing', async () => {
    await first().commit(hours('d-1', NOON, 10))
    const admin = new pg.Client(bed.url)
    await admin.connect()
    await admin.query(`SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
      WHERE pid <> pg_backend_pid() AND datname = current_database()`)
    await admin.end()
    const outcomes = await first().commit(hours('d-1', NOON, 11))
    expect(outcomes.slice(0, 10)).toEqual(Array(10).fill('duplicate'))
    expect(await allHistory(second())).toHaveLength(11)
  })

  test('add each reading to the daily table once', async () => {
    const day = NOON - (NOON % 86_400_000)
    await Promise.all(stores.map((store, n) => store.commit(hours('d-1', day + n, 24))))
    await new Promise((resolve) => setTimeout(resolve, 1500))
    const { items } = await second().means({
      ranges: [{ ...everything(), from: day, to: day + 86_400_000 }],
      everyMs: 86_400_000,
      limit: 5,
    })
    expect(items).toMatchObject([{ at: day, count: 72 }])
  })
})

describe.skipIf(!(available('postgres') && available('influxdb')))('processes that forward', () => {
  let server: PostgresServer
  let influx: InfluxServer
  beforeAll(async () => {
    server = await startPostgres()
    influx = await startInflux()
  })
  afterAll(async () => {
    await influx.stop()
    await server.stop()
  })

  test('do so one at a time, and the next takes over from one that stopped', async () => {
    const options = influxFor(influx.url)
    const bed = await postgresBed(server, () => options)
    const stores = [await bed.open(), await bed.open()]
    const forwarded = () => stores.map((store) => store.counters.forwarded)
    await stores[1]?.commit(hours('d-1', NOON, 300))
    await until(() => forwarded().includes(300))
    expect(forwarded()).toContain(0)
    // Either may have been the first to ask for the lock.
    const working = forwarded().indexOf(300)
    const other = 1 - working
    await stores[working]?.stop()
    await stores[other]?.commit(hours('d-2', NOON, 100))
    await until(() => forwarded()[other] === 100)
    await bed.remove()
  })
})
