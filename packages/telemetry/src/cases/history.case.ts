// Histories and means, in pages.
import { describe, expect, test } from 'vitest'
import { allHistory, DAY, everything, HOUR, hours, item, NOON } from '../reading.fixture.ts'
import type { OpenedStore } from '../test-bed.fixture.ts'

export function historyCases(opened: OpenedStore): void {
  describe('history', () => {
    test('pages through ranges of several devices without loss or repeat', async () => {
      await opened.store.commit([...hours('old', NOON, 25), ...hours('new', NOON + 10 * HOUR, 25)])
      const ranges = [
        { deviceId: 'old', from: NOON, to: NOON + 10 * HOUR },
        { deviceId: 'nothing', from: NOON + 10 * HOUR, to: NOON + 10 * HOUR + 1 },
        { deviceId: 'new', from: NOON + 10 * HOUR + 1, to: NOON + 30 * HOUR },
      ]
      const whole = await allHistory(opened.store, ranges)
      expect(whole.map(({ observedAt }) => (observedAt - NOON) / HOUR)).toEqual(
        Array.from({ length: 30 }, (_, n) => n).filter((n) => n !== 10),
      )
      for (const limit of [1, 9, 10, 29]) {
        expect(await allHistory(opened.store, ranges, limit)).toEqual(whole)
      }
      expect(await opened.store.recent(ranges)).toEqual([whole.slice(0, 10), [], whole.slice(10)])
    })

    test('says up to when it is complete', async () => {
      opened.bed.now = NOON + HOUR
      const page = (to: number) =>
        opened.store.history({ ranges: [{ ...everything(), to }], limit: 10 })
      expect((await page(NOON + DAY)).completeUntil).toBe(NOON + HOUR)
      expect((await page(NOON)).completeUntil).toBe(NOON)
    })

    test('refuses a cursor that it did not make', async () => {
      const query = { ranges: [everything()], limit: 10, cursor: 'nonsense' }
      await expect(opened.store.history(query)).rejects.toMatchObject({ code: 'CURSOR_INVALID' })
    })
  })

  describe('means', () => {
    const means = async (everyMs: number, from: number, to: number, limit = 1000) => {
      const found = []
      for (let cursor: string | undefined; ; ) {
        const page = await opened.store.means({
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
      await opened.store.commit([
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
        await opened.store.commit(all.slice(100))
        await opened.store.commit(all.slice(0, 100))
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
      await opened.store.commit([
        item({ tempC: 1 }),
        item({ deviceId: 'd-2', observedAt: NOON + 9, tempC: 3 }),
      ])
      const { items } = await opened.store.means({
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
      await opened.store.commit(hours('d-1', day, 20))
      expect(await count()).toBe(20)
      await new Promise((resolve) => setTimeout(resolve, 1300))
      expect(await count()).toBe(20)
      await opened.store.commit(hours('d-1', day, 24))
      expect(await count()).toBe(24)
      await new Promise((resolve) => setTimeout(resolve, 1300))
      expect(await count()).toBe(24)
    })
  })
}

const mean = (total: number, count: number) =>
  count === 0 ? null : expect.closeTo(total / count, 9)
