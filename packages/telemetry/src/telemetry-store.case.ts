// What every telemetry store must do, run on each adapter, with and without InfluxDB.
import { flagBit } from '@bakwacht/domain'
import fc from 'fast-check'
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
  stamped,
} from './reading.fixture.ts'
import { CLAIM_MS, type TelemetryStore } from './telemetry-store.ts'
import type { NewTestBed, TestBed } from './test-bed.fixture.ts'

const mean = (total: number, count: number) =>
  count === 0 ? null : expect.closeTo(total / count, 9)

export function telemetryStoreCases(name: string, newTestBed: NewTestBed): void {
  describe(name, () => {
    let bed: TestBed
    let store: TelemetryStore
    beforeEach(async () => {
      bed = await newTestBed()
      store = await bed.open()
    })
    afterEach(() => bed.remove())

    const timesOf = async () => (await allHistory(store)).map(({ observedAt }) => observedAt - NOON)

    describe('a commit', () => {
      test('gives back exactly what was sent', async () => {
        const odd = [
          reading({ observedAt: NOON, seq: 4_294_967_295, tempC: -12.3456789, rhPct: 1 / 3 }),
          reading({
            observedAt: NOON + 1,
            tempC: 0,
            rhPct: 100,
            distanceMm: 812.5,
            rssiDbm: -99.5,
          }),
          reading({
            observedAt: NOON + 2,
            distanceMm: null,
            tempC: null,
            rhPct: null,
            tiltDeg: null,
          }),
          reading({
            observedAt: NOON + 3,
            fillPct: 49.5,
            batteryV: null,
            lidOpens: null,
            flags: 3,
          }),
          reading({ observedAt: NOON + 4, receivedAt: NOON + 9 * DAY, rssiDbm: null, tempC: 21 }),
        ]
        await store.commit(odd.map((each) => item(each)))
        expect(await allHistory(store)).toEqual(odd)
        expect(await store.recent([everything()])).toEqual([odd])
      })

      test('answers each reading in order: stored, duplicate, conflict', async () => {
        expect(
          await store.commit([item(), item(), item({ tempC: 9 }), item({ observedAt: NOON + 1 })]),
        ).toEqual(['stored', 'duplicate', 'conflict', 'stored'])
        expect(await store.commit([item({ tempC: 10 }), item()])).toEqual(['conflict', 'duplicate'])
        expect(await allHistory(store)).toEqual([reading(), reading({ observedAt: NOON + 1 })])
        expect(store.counters).toMatchObject({ stored: 2, duplicates: 2, conflicts: 2 })
      })

      test('keeps devices apart at the same time', async () => {
        await store.commit([item({ deviceId: 'a' }), item({ deviceId: 'b', tempC: 1 })])
        expect(await allHistory(store, [everything('b')])).toEqual([
          reading({ deviceId: 'b', tempC: 1 }),
        ])
      })

      test('of many callers at once is grouped, and each gets its own outcomes', async () => {
        const outcomes = await Promise.all(
          Array.from({ length: 200 }, (_, n) =>
            store.commit([item({ observedAt: NOON + (n % 100) }), item({ deviceId: `d${n}` })]),
          ),
        )
        expect(outcomes.filter(([first]) => first === 'stored')).toHaveLength(100)
        expect(outcomes.filter(([first]) => first === 'duplicate')).toHaveLength(100)
        expect(outcomes.every(([, second]) => second === 'stored')).toBe(true)
        expect(store.counters.commits).toBeLessThan(50)
      })

      test('is there after the store was opened again', async () => {
        await store.commit(hours('d-1', NOON, 5))
        await store.stop()
        store = await bed.open()
        expect(await store.commit(hours('d-1', NOON, 6))).toEqual([
          ...Array(5).fill('duplicate'),
          'stored',
        ])
        expect(await store.devicesSeen()).toEqual([
          { deviceId: 'd-1', newestAt: NOON + 5 * HOUR, count: 6 },
        ])
      })
    })

    describe('a reading under the time of the server', () => {
      test('takes consecutive milliseconds in the order of its message', async () => {
        const message = [3, 1, 2].map((seq) => stamped({ seq }))
        expect(await store.commit(message)).toEqual(['stored', 'stored', 'stored'])
        expect((await allHistory(store)).map(({ observedAt, seq }) => [observedAt, seq])).toEqual([
          [NOON, 3],
          [NOON + 1, 1],
          [NOON + 2, 2],
        ])
      })

      test('takes the first millisecond that is free', async () => {
        await store.commit([0, 1, 3].map((at) => item({ observedAt: NOON + at })))
        await store.commit([
          stamped({ seq: 1 }),
          stamped({ seq: 2 }),
          item({ observedAt: NOON + 6 }),
        ])
        await store.commit([stamped({ seq: 3 }), stamped({ seq: 4, observedAt: NOON + 2 })])
        expect(await timesOf()).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
      })

      test('finds its millisecond also behind hundreds that are taken', async () => {
        const burst = (from: number) =>
          Array.from({ length: 500 }, (_, n) => stamped({ seq: from + n }))
        await store.commit(burst(0))
        await store.commit(burst(500))
        expect(await timesOf()).toEqual(Array.from({ length: 1000 }, (_, n) => n))
      })

      test('is a repeat with the same sequence number and content within a day', async () => {
        const again = (after: number, change = {}) =>
          store.commit([
            stamped({ seq: 7, observedAt: NOON + after, receivedAt: NOON + after, ...change }),
          ])
        expect(await again(0)).toEqual(['stored'])
        expect(await again(HOUR)).toEqual(['duplicate'])
        expect(await again(HOUR, { seq: 8 })).toEqual(['stored'])
        expect(await again(HOUR, { tempC: 9 })).toEqual(['stored'])
        expect(await again(DAY)).toEqual(['duplicate'])
        expect(await again(DAY + 1)).toEqual(['stored'])
      })

      test('without a sequence number is a repeat for a minute', async () => {
        const again = (after: number) =>
          store.commit([stamped({ observedAt: NOON + after, receivedAt: NOON + after })])
        expect(await again(0)).toEqual(['stored'])
        expect(await again(60_000)).toEqual(['duplicate'])
        expect(await again(60_001)).toEqual(['stored'])
      })
    })

    describe('a late reading', () => {
      test('is stored and flagged, and does not make its device dirty', async () => {
        await store.commit([item()])
        await store.settleDirty(await store.claimDirty(10, NOON))
        const late = NOON - 14 * DAY - 1
        expect(await store.commit([item({ observedAt: late, flags: 1 })])).toEqual(['stored'])
        const [first] = await allHistory(store)
        expect(first?.flags).toBe(1 | flagBit('late'))
        expect(await store.dirtyCount()).toBe(0)
        expect(await store.devicesSeen()).toMatchObject([{ newestAt: NOON, count: 2 }])
      })

      test('is one that is more than 14 days behind, not exactly 14', async () => {
        await store.commit([item()])
        await store.commit([item({ observedAt: NOON - 14 * DAY })])
        expect((await allHistory(store))[0]?.flags).toBe(0)
      })
    })

    describe('dirty devices', () => {
      test('are claimed with the earliest time that is new, and settled', async () => {
        await store.commit([item({ observedAt: NOON + 5 }), item({ observedAt: NOON + 2 })])
        await store.commit([item({ deviceId: 'd-2' }), item({ observedAt: NOON + 9 })])
        const claimed = await store.claimDirty(10, NOON)
        expect(claimed.map(({ deviceId, since }) => [deviceId, since - NOON]).sort()).toEqual([
          ['d-1', 2],
          ['d-2', 0],
        ])
        expect(await store.claimDirty(10, NOON)).toEqual([])
        expect(await store.dirtyCount()).toBe(2)
        await store.settleDirty(claimed)
        expect(await store.dirtyCount()).toBe(0)
      })

      test('stay dirty when a reading came between claim and settle', async () => {
        await store.commit([item()])
        const claimed = await store.claimDirty(10, NOON)
        await store.commit([item({ observedAt: NOON + 1 })])
        expect(await store.claimDirty(10, NOON)).toEqual([])
        await store.settleDirty(claimed)
        const [again] = await store.claimDirty(10, NOON)
        expect(again?.deviceId).toBe('d-1')
        await store.settleDirty(again ? [again] : [])
        expect(await store.dirtyCount()).toBe(0)
      })

      test('are not settled by a claim from before they were settled already', async () => {
        await store.commit([item()])
        const claimed = await store.claimDirty(10, NOON)
        await store.settleDirty(claimed)
        await store.commit([item({ observedAt: NOON + 1 })])
        await store.settleDirty(claimed)
        expect(await store.dirtyCount()).toBe(1)
      })

      test('are free again a minute after a claim that nobody settled', async () => {
        await store.commit([item()])
        await store.claimDirty(10, NOON)
        expect(await store.claimDirty(10, NOON + CLAIM_MS - 1)).toEqual([])
        expect(await store.claimDirty(10, NOON + CLAIM_MS)).toHaveLength(1)
      })

      test('are no more than asked for', async () => {
        await store.commit(['a', 'b', 'c'].map((deviceId) => item({ deviceId })))
        expect(await store.claimDirty(2, NOON)).toHaveLength(2)
        expect(await store.claimDirty(2, NOON)).toHaveLength(1)
      })

      test('can be marked by hand, with and without readings', async () => {
        await store.commit([item()])
        await store.settleDirty(await store.claimDirty(10, NOON))
        await store.markDirty([
          { deviceId: 'd-1', since: NOON - DAY },
          { deviceId: 'd-9', since: NOON },
        ])
        const claimed = await store.claimDirty(10, NOON)
        expect(claimed.map(({ deviceId, since }) => [deviceId, since - NOON]).sort()).toEqual([
          ['d-1', -DAY],
          ['d-9', 0],
        ])
        expect(await store.devicesSeen()).toHaveLength(1)
      })

      test('are not made by repeats and conflicts', async () => {
        await store.commit([item()])
        await store.settleDirty(await store.claimDirty(10, NOON))
        await store.commit([item(), item({ tempC: 1 })])
        expect(await store.dirtyCount()).toBe(0)
      })
    })

    describe('rejections', () => {
      const rejection = (at: number, deviceId: string | null = 'd-1') => ({
        at,
        deviceId,
        topic: 'bakwacht/v1/devices/d-1/telemetry',
        reason: 'not_json',
        item: null,
        payload: new Uint8Array(3000).fill(at % 251),
        payloadBytes: 3000,
      })

      test('come newest first, in pages, with 1 kB of payload', async () => {
        await store.reject([rejection(NOON), rejection(NOON + 1, null), rejection(NOON + 2)])
        const [first, second] = await store.rejections({ limit: 2 })
        expect([first?.at, second?.at]).toEqual([NOON + 2, NOON + 1])
        expect(first).toEqual({
          ...rejection(NOON + 2),
          id: first?.id,
          payload: new Uint8Array(1024).fill((NOON + 2) % 251),
        })
        const rest = await store.rejections({ limit: 9, before: second?.id ?? 0 })
        expect(rest.map(({ at }) => at)).toEqual([NOON])
        expect(await store.rejections({ limit: 9, deviceId: 'd-1' })).toHaveLength(2)
      })

      test('are kept to 100 an hour of each device, the rest is counted', async () => {
        await store.reject(Array.from({ length: 130 }, (_, n) => rejection(NOON + n)))
        await store.reject([rejection(NOON, 'd-2'), rejection(NOON + HOUR + 99)])
        expect(await store.rejections({ limit: 500, deviceId: 'd-1' })).toHaveLength(101)
        expect(await store.rejections({ limit: 500, deviceId: 'd-2' })).toHaveLength(1)
        expect(store.counters.rejected).toBe(132)
      })

      test('are kept to the newest 10,000', async () => {
        const all = Array.from({ length: 10_050 }, (_, n) => ({
          ...rejection(NOON + n, `d-${n % 200}`),
          payload: new Uint8Array(1),
        }))
        await store.reject(all)
        const kept = await store.rejections({ limit: 20_000 })
        expect(kept).toHaveLength(10_000)
        expect(kept.at(-1)?.at).toBe(NOON + 50)
      })
    })

    describe('history', () => {
      test('pages through ranges of several devices without loss or repeat', async () => {
        await store.commit([...hours('old', NOON, 25), ...hours('new', NOON + 10 * HOUR, 25)])
        const ranges = [
          { deviceId: 'old', from: NOON, to: NOON + 10 * HOUR },
          { deviceId: 'nothing', from: NOON + 10 * HOUR, to: NOON + 10 * HOUR + 1 },
          { deviceId: 'new', from: NOON + 10 * HOUR + 1, to: NOON + 30 * HOUR },
        ]
        const whole = await allHistory(store, ranges)
        expect(whole.map(({ observedAt }) => (observedAt - NOON) / HOUR)).toEqual(
          Array.from({ length: 30 }, (_, n) => n).filter((n) => n !== 10),
        )
        for (const limit of [1, 9, 10, 29]) {
          expect(await allHistory(store, ranges, limit)).toEqual(whole)
        }
        expect(await store.recent(ranges)).toEqual([whole.slice(0, 10), [], whole.slice(10)])
      })

      test('says up to when it is complete', async () => {
        bed.now = NOON + HOUR
        const page = (to: number) => store.history({ ranges: [{ ...everything(), to }], limit: 10 })
        expect((await page(NOON + DAY)).completeUntil).toBe(NOON + HOUR)
        expect((await page(NOON)).completeUntil).toBe(NOON)
      })

      test('refuses a cursor that it did not make', async () => {
        const query = { ranges: [everything()], limit: 10, cursor: 'nonsense' }
        await expect(store.history(query)).rejects.toMatchObject({ code: 'CURSOR_INVALID' })
      })
    })

    describe('means', () => {
      const means = async (everyMs: number, from: number, to: number, limit = 1000) => {
        const found = []
        for (let cursor: string | undefined; ; ) {
          const page = await store.means({
            ranges: [{ deviceId: 'd-1', from, to }],
            everyMs,
            limit,
            ...(cursor !== undefined && { cursor }),
          })
          found.push(...page.items)
          if (page.nextCursor === null) return found
          cursor = page.nextCursor
        }
      }

      test('are of the readings with a value, in buckets that begin at multiples of their length', async () => {
        await store.commit([
          item({ observedAt: NOON, tempC: 10, rhPct: null }),
          item({ observedAt: NOON + HOUR - 1, tempC: 20, rhPct: 50 }),
          item({ observedAt: NOON + 3 * HOUR, tempC: null }),
        ])
        expect(await means(HOUR, NOON - 5, NOON + DAY)).toMatchObject([
          { at: NOON, count: 2, tempC: 15, rhPct: 50, fillPct: null },
          { at: NOON + 3 * HOUR, count: 1, tempC: null },
        ])
      })

      test.each([HOUR, 7 * HOUR, DAY, 7 * DAY])(
        'per %i ms are those of a plain sum, also in pages',
        async (everyMs) => {
          const all = hours('d-1', NOON, 24 * 20)
          await store.commit(all.slice(100))
          await store.commit(all.slice(0, 100))
          const [from, to] = [NOON + 90 * 60_000, NOON + 24 * 19 * HOUR]
          const buckets = Map.groupBy(
            all
              .map(({ reading }) => reading)
              .filter((r) => r.observedAt >= from && r.observedAt < to),
            (r) => Math.floor(r.observedAt / everyMs) * everyMs,
          )
          const wanted = [...buckets].map(([at, readings]) => {
            const temps = readings.map((r) => r.tempC).filter((t) => t !== null)
            const total = temps.reduce((sum, temp) => sum + temp, 0)
            return {
              at,
              count: readings.length,
              tempC: mean(total, temps.length),
            }
          })
          expect(await means(everyMs, from, to)).toMatchObject(wanted)
          expect(await means(everyMs, from, to, 3)).toMatchObject(wanted)
        },
      )

      test('of one bucket in which a device followed another count both', async () => {
        await store.commit([
          item({ tempC: 1 }),
          item({ deviceId: 'd-2', observedAt: NOON + 9, tempC: 3 }),
        ])
        const { items } = await store.means({
          ranges: [
            { deviceId: 'd-1', from: NOON, to: NOON + 5 },
            { deviceId: 'd-2', from: NOON + 5, to: NOON + HOUR },
          ],
          everyMs: HOUR,
          limit: 10,
        })
        expect(items).toMatchObject([{ at: NOON, count: 2, tempC: 2 }])
      })

      test('of a day count a reading once, whether or not the daily table has it yet', async () => {
        const day = NOON - (NOON % DAY)
        const count = async () => (await means(DAY, day, day + DAY))[0]?.count
        await store.commit(hours('d-1', day, 20))
        expect(await count()).toBe(20)
        await new Promise((resolve) => setTimeout(resolve, 1300))
        expect(await count()).toBe(20)
        await store.commit(hours('d-1', day, 24))
        expect(await count()).toBe(24)
        await new Promise((resolve) => setTimeout(resolve, 1300))
        expect(await count()).toBe(24)
      })
    })

    test('behaves as a map from device and time to the first reading, whatever comes', async () => {
      const arrival = fc.record({
        device: fc.constantFrom('p', 'q', 'r'),
        at: fc.integer({ min: 0, max: 30 }),
        temp: fc.integer({ min: 0, max: 3 }),
      })
      const batches = fc.array(fc.array(arrival, { maxLength: 30 }), { maxLength: 8 })
      let round = 0
      await fc.assert(
        fc.asyncProperty(batches, async (sent) => {
          const run = ++round
          const model = new Map<string, number>()
          const results = sent.map((batch) => {
            const items = batch.map(({ device, at, temp }) =>
              item({ deviceId: `${device}${run}`, observedAt: NOON + at, tempC: temp }),
            )
            const wanted = batch.map(({ device, at, temp }) => {
              const key = `${device}${run} ${at}`
              const before = model.get(key)
              if (before === undefined) model.set(key, temp)
              return before === undefined ? 'stored' : before === temp ? 'duplicate' : 'conflict'
            })
            return { outcomes: store.commit(items), wanted }
          })
          for (const { outcomes, wanted } of results) expect(await outcomes).toEqual(wanted)
          const ranges = ['p', 'q', 'r'].map((device) => everything(`${device}${run}`))
          const kept = (await store.recent(ranges)).flat()
          expect(
            new Map(kept.map((r) => [`${r.deviceId} ${r.observedAt - NOON}`, r.tempC])),
          ).toEqual(model)
          expect(kept).toHaveLength(model.size)
        }),
        { numRuns: 25 },
      )
    })

    test('refuses what comes after it was stopped, and stops twice without harm', async () => {
      await store.ready()
      await store.stop()
      await store.stop()
      await expect(store.commit([item()])).rejects.toMatchObject({ code: 'TELEMETRY_UNAVAILABLE' })
    })
  })
}
