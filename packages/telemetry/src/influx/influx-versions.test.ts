// One long history on every InfluxDB that Bakwacht promises: 1.x, 2.x and 3 Core.
import { available, startInflux } from '@bakwacht/test-support'
import { GenericContainer, Wait } from 'testcontainers'
import { describe, expect, test } from 'vitest'
import { allHistory, DAY, everything, HOUR, hours, item, NOON } from '../reading.fixture.ts'
import { sqliteBed } from '../sqlite/sqlite-bed.fixture.ts'
import { until } from '../until.fixture.ts'
import { InfluxConnection } from './influx-connection.ts'
import { KEPT_MS } from './retention.ts'

interface Version {
  readonly name: string
  readonly here: boolean
  start(): Promise<{ readonly url: string; readonly token?: string; stop(): Promise<unknown> }>
}

const DATABASE = 'readings'
const TOKEN = 'a-token-for-tests'

const VERSIONS: readonly Version[] = [
  { name: 'InfluxDB 1.x of Debian', here: available('influxdb'), start: startInflux },
  {
    name: 'influxdb:2.7 in a container',
    here: available('docker'),
    start: async () => {
      const container = await new GenericContainer('influxdb:2.7')
        .withEnvironment({
          DOCKER_INFLUXDB_INIT_MODE: 'setup',
          DOCKER_INFLUXDB_INIT_USERNAME: 'bakwacht',
          DOCKER_INFLUXDB_INIT_PASSWORD: 'bakwacht-tests',
          DOCKER_INFLUXDB_INIT_ORG: 'bakwacht',
          DOCKER_INFLUXDB_INIT_BUCKET: DATABASE,
          DOCKER_INFLUXDB_INIT_ADMIN_TOKEN: TOKEN,
        })
        .withExposedPorts(8086)
        .withWaitStrategy(Wait.forHttp('/health', 8086))
        .start()
      const url = `http://${container.getHost()}:${container.getMappedPort(8086)}`
      return { url, token: TOKEN, stop: () => container.stop() }
    },
  },
  {
    name: 'influxdb:3-core in a container',
    here: available('docker'),
    start: async () => {
      const container = await new GenericContainer('influxdb:3-core')
        .withCommand([
          ...['influxdb3', 'serve', '--node-id', 'test'],
          ...['--object-store', 'memory', '--without-auth'],
        ])
        .withExposedPorts(8181)
        .withWaitStrategy(Wait.forHttp('/health', 8181))
        .start()
      const url = `http://${container.getHost()}:${container.getMappedPort(8181)}`
      return { url, stop: () => container.stop() }
    },
  },
]

const SENT = 24 * 20 + 1
const KEPT = KEPT_MS / HOUR + 1

for (const { name, here, start } of VERSIONS) {
  describe.skipIf(!here)(name, () => {
    test('keeps the long history: the same readings and means once SQL has forgotten them', async () => {
      const { url, token, stop } = await start()
      const influx = { url, database: DATABASE, ...(token !== undefined && { token }) }
      const bed = await sqliteBed(() => ({ ...influx, forwardEveryMs: 20, upkeepEveryMs: 50 }))
      bed.now = NOON - 10 * DAY
      const store = await bed.open()
      const sent = hours('d-1', NOON - 20 * DAY, SENT)
      await store.commit(sent)
      const range = { ...everything(), from: NOON - 20 * DAY + 60_000, to: NOON + DAY }
      const means = async (everyMs: number) =>
        (await store.means({ ranges: [range], everyMs, limit: 1000 })).items
      const before = [await means(HOUR), await means(5 * HOUR), await means(DAY)]

      bed.now = NOON
      await store.settleDirty(await store.claimDirty(1, NOON))
      await until(async () => (await store.recent([everything()])).flat().length === KEPT, 60_000)
      expect(await allHistory(store)).toEqual(sent.map(({ reading }) => reading))
      const direct = new InfluxConnection(influx)
      const rolledUp = async () => {
        const [series] = await direct.query(
          `SELECT count("readings") FROM reading_hourly WHERE time >= ${NOON - 20 * DAY}ms`,
        )
        return series?.values[0]?.[1]
      }
      await until(async () => (await rolledUp()) === SENT - 2, 60_000)
      expect([await means(HOUR), await means(5 * HOUR), await means(DAY)]).toEqual(before)

      await store.commit([item({ observedAt: NOON - 18 * DAY + 1, receivedAt: NOON, tempC: 30 })])
      await until(() => store.counters.forwarded === SENT + 1)
      expect(await allHistory(store)).toHaveLength(SENT + 1)
      await bed.remove()
      await stop()
    }, 180_000)
  })
}
