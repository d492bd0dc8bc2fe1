// What a store with InfluxDB must do beside what every store does, run on each SQL adapter.
import type { InfluxServer } from '@bakwacht/test-support'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  allHistory,
  DAY,
  everything,
  HOUR,
  hours,
  item,
  NOON,
  reading,
} from '../reading.fixture.ts'
import type { TelemetryStore } from '../telemetry-store.ts'
import type { TestBed } from '../test-bed.fixture.ts'
import { until } from '../until.fixture.ts'
import { InfluxConnection } from './influx-connection.ts'
import type { InfluxOptions } from './long-history.ts'
import { KEPT_MS } from './retention.ts'

const KEPT_HOURS = KEPT_MS / HOUR

let databases = 0

/** Impatient, and a database of its own. */
export const influxFor = (url: string): InfluxOptions => ({
  url,
  database: `bed_${++databases}`,
  forwardEveryMs: 20,
  upkeepEveryMs: 50,
})

export function withInfluxCases(
  name: string,
  server: () => InfluxServer,
  newTestBed: (influx: () => InfluxOptions) => Promise<TestBed>,
): void {
  describe(name, () => {
    let bed: TestBed
    let store: TelemetryStore
    let influx: InfluxConnection
    beforeEach(async () => {
      const options = influxFor(server().url)
      influx = new InfluxConnection(options)
      bed = await newTestBed(() => options)
      store = await bed.open()
    })
    afterEach(() => bed.remove())

    const inInflux = async (measurement = 'reading', field = 'flags') => {
      const [series] = await influx.query(`SELECT count("${field}") FROM "${measurement}"`)
      return Number(series?.values[0]?.[1] ?? 0)
    }
    /** Everything committed so far is forwarded (or refused). */
    const forwardedAll = (stored: number) =>
      until(() => {
        const { forwarded, deadLetters, forwardBacklog } = store.counters
        return forwarded + deadLetters >= stored && forwardBacklog === 0
      })
    /** The thresholds have seen everything. */
    const allSeen = async () => store.settleDirty(await store.claimDirty(1000, bed.now))
    const inSql = async () => (await store.recent([everything()])).flat()
    /** Retention has removed all that it may. */
    const keptInSql = async (count: number) => {
      await allSeen()
      await until(async () => (await inSql()).length === count)
    }
    /** So long that retention has looked at everything several times. */
    const afterRetention = () => new Promise((resolve) => setTimeout(resolve, 300))
    const meansOf = async (everyMs: number, from = 0, to = everything().to) => {
      const ranges = [{ deviceId: 'd-1', from, to }]
      return store.means({ ranges, everyMs, limit: 5000 })
    }

    test('forwards every reading with all its values, into a database that it makes', async () => {
      const sent = [
        reading({ seq: 4711, fillPct: 49.5, flags: 3, receivedAt: NOON + 5 }),
        reading({ deviceId: "d:x-._'2", observedAt: NOON + 1, tempC: null }),
      ]
      await store.commit(sent.map((each) => item(each)))
      await forwardedAll(2)
      const [series] = await influx.query("SELECT * FROM reading WHERE device = 'd-1'")
      expect(
        Object.fromEntries((series?.columns ?? []).map((c, at) => [c, series?.values[0]?.[at]])),
      ).toEqual({
        time: NOON,
        device: 'd-1',
        received_at: NOON + 5,
        seq: 4711,
        flags: 3,
        distance_mm: 812,
        fill_pct: 49.5,
        temp_c: 8.4,
        rh_pct: 81.2,
        battery_v: 3.583,
        rssi_dbm: -101,
        tilt_deg: 2,
        lid_opens: 14,
      })
      expect(await inInflux()).toBe(2)
    })

    test('pages through one history across the border between SQL and InfluxDB', async () => {
      const sent = hours('d-1', NOON - 20 * DAY, 24 * 20 + 1)
      await store.commit(sent)
      await keptInSql(KEPT_HOURS + 1)
      const whole = sent.map((each) => each.reading)
      expect(await allHistory(store)).toEqual(whole)
      expect(await allHistory(store, [everything()], 7)).toEqual(whole)
    })

    test.each([HOUR, 6 * HOUR, DAY, 5 * HOUR])(
      'means per %i ms are the same before and after SQL forgot the readings',
      async (everyMs) => {
        const from = NOON - 20 * DAY + 20 * 60_000
        bed.now = NOON - 10 * DAY
        await store.commit(hours('d-1', NOON - 20 * DAY, 24 * 20 + 1))
        const before = await meansOf(everyMs, from)
        await forwardedAll(24 * 20 + 1)
        bed.now = NOON
        await keptInSql(KEPT_HOURS + 1)
        expect((await meansOf(everyMs, from)).items).toEqual(before.items)
        await until(async () => (await inInflux('reading_hourly', 'readings')) === 24 * 20 - 1)
        expect((await meansOf(everyMs, from)).items).toEqual(before.items)
        expect(before.items.length).toBeGreaterThan(19)
      },
    )

    test('rolls an hour up again when a late reading touched it', async () => {
      const hour = NOON - 3 * HOUR
      await store.commit([item({ observedAt: hour + 1, tempC: 10 })])
      await forwardedAll(1)
      const rolledUp = async () => {
        const [series] = await influx.query('SELECT "readings", "temp_c_mean" FROM reading_hourly')
        return JSON.stringify(series?.values)
      }
      await until(async () => (await rolledUp()) === JSON.stringify([[hour, 1, 10]]))
      await store.commit([item({ observedAt: hour + 2, tempC: 20 })])
      await until(async () => (await rolledUp()) === JSON.stringify([[hour, 2, 15]]))
    })

    test('counts a late reading in means and history at once, forwarded or not', async () => {
      await store.commit(hours('d-1', NOON - 20 * DAY, 24 * 20 + 1))
      await keptInSql(KEPT_HOURS + 1)
      await server().kill()
      await server().restart()
      const late = NOON - 18 * DAY
      await store.commit([item({ observedAt: late + 1, receivedAt: NOON, tempC: 99 })])
      const hour = async () => (await meansOf(HOUR, late, late + HOUR)).items
      expect(await hour()).toMatchObject([{ at: late, count: 2 }])
      await forwardedAll(24 * 20 + 2)
      await keptInSql(KEPT_HOURS + 1)
      expect(await hour()).toMatchObject([{ at: late, count: 2 }])
      expect(await allHistory(store)).toHaveLength(24 * 20 + 2)
    })

    test('survives InfluxDB being away: keeps everything, says what may be missing, catches up', async () => {
      await store.commit(hours('d-1', NOON - 20 * DAY, 24 * 20 + 1))
      await keptInSql(KEPT_HOURS + 1)
      await server().kill()
      await store.commit(hours('d-2', NOON - 16 * DAY, 24 * 16))
      await until(() => store.counters.forwardState === 'away')
      expect(store.counters.forwardBacklog).toBe(24 * 16)
      expect((await store.recent([everything('d-2')]))[0]).toHaveLength(24 * 16)
      const query = { ranges: [{ ...everything(), from: NOON - 20 * DAY }], limit: 1000 }
      const page = await store.history(query)
      expect(page.items).toHaveLength(KEPT_HOURS + 1)
      expect(page.completeUntil).toBe(NOON - 20 * DAY)
      const recent = await store.history({
        ...query,
        ranges: [{ ...everything(), from: NOON - DAY }],
      })
      expect(recent.completeUntil).toBe(NOON)
      await server().restart()
      await forwardedAll(24 * 36 + 1)
      expect(store.counters.forwardState).toBe('running')
      expect(await inInflux()).toBe(24 * 36 + 1)
      expect((await store.history(query)).items).toHaveLength(24 * 20 + 1)
      expect(bed.log.lines.filter((line) => line.startsWith('error'))).toHaveLength(1)
    })

    test('loses nothing and doubles nothing when InfluxDB is killed in the middle', async () => {
      const all = Array.from({ length: 30 }, (_, n) => hours(`d-${n}`, NOON - 9 * DAY, 200))
      const commits = all.map((batch) => store.commit(batch))
      await until(() => store.counters.forwarded > 0)
      await server().kill()
      await Promise.all(commits)
      await server().restart()
      await forwardedAll(6000)
      expect(await inInflux()).toBe(6000)
      expect(store.counters.forwarded).toBe(6000)
    })

    test('goes on from its cursor after it was stopped', async () => {
      await store.commit(hours('d-1', NOON - DAY, 10))
      await forwardedAll(10)
      await store.stop()
      store = await bed.open()
      await store.commit(hours('d-2', NOON - DAY, 10))
      await forwardedAll(10)
      expect(store.counters.forwarded).toBe(10)
      expect(await inInflux()).toBe(20)
    })

    test('keeps in SQL what InfluxDB refuses, for good, and forwards the rest', async () => {
      await influx.createDatabase()
      // In the week of these, temp_c is text: InfluxDB then refuses numbers for it.
      const week = NOON - 30 * DAY
      await influx.write([`reading,device=other temp_c="warm" ${week}`])
      const sent = [
        item({ observedAt: week + 1, tempC: 5 }),
        item({ observedAt: week + 2, tempC: null }),
        item({ observedAt: week + 3, tempC: 6 }),
        item({ observedAt: NOON, tempC: 7 }),
      ]
      await store.commit(sent)
      await forwardedAll(4)
      expect(store.counters).toMatchObject({
        forwarded: 2,
        deadLetters: 2,
        forwardState: 'running',
      })
      await keptInSql(3)
      expect(await allHistory(store)).toEqual(sent.map((each) => each.reading))
      expect((await meansOf(HOUR)).items).toMatchObject([{ count: 3, tempC: 5.5 }, { count: 1 }])
    })

    test('removes from SQL only what is forwarded, however old', async () => {
      await server().kill()
      await store.commit(hours('d-1', NOON - 40 * DAY, 24 * 30))
      await until(() => store.counters.forwardState === 'away')
      await allSeen()
      await afterRetention()
      expect(await inSql()).toHaveLength(24 * 30)
      await server().restart()
      await keptInSql(KEPT_HOURS + 1)
      expect(await allHistory(store)).toHaveLength(24 * 30)
    })

    test('keeps what is folded when a device that was away for a month tells of it from its beginning on', async () => {
      const away = NOON - 30 * DAY
      await store.commit(hours('d-1', away - 20 * DAY, 24 * 20 + 1))
      await keptInSql(KEPT_HOURS + 1)
      await store.commit(hours('d-1', away + HOUR, 24 * 30))
      await forwardedAll(24 * 50 + 1)
      await afterRetention()
      const unseen = (await inSql()).map(({ observedAt }) => observedAt)
      expect(unseen).toEqual(
        hours('d-1', away - 2 * DAY + HOUR, 24 * 32).map(({ reading }) => reading.observedAt),
      )
      await keptInSql(KEPT_HOURS + 1)
      expect(await allHistory(store)).toHaveLength(24 * 50 + 1)
    })

    test('daily means outlive the readings, even with InfluxDB away', async () => {
      await store.commit(hours('d-1', NOON - 20 * DAY, 24 * 20))
      await keptInSql(KEPT_HOURS + 1)
      await server().kill()
      const day = NOON - 12 * HOUR - 19 * DAY
      const { items, completeUntil } = await meansOf(DAY, day, day + 19 * DAY)
      await server().restart()
      expect(items.map(({ count }) => count)).toEqual(Array(19).fill(24))
      expect(completeUntil).toBe(day + 19 * DAY)
    })
  })
}
