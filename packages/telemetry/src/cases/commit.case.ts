// Identity and outcomes of what devices timed themselves.
import { describe, expect, test } from 'vitest'
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
import type { OpenedStore } from '../test-bed.fixture.ts'

export function commitCases(opened: OpenedStore): void {
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
      await opened.store.commit(odd.map((each) => item(each)))
      expect(await allHistory(opened.store)).toEqual(odd)
      expect(await opened.store.recent([everything()])).toEqual([odd])
    })

    test('answers each reading in order: stored, duplicate, conflict', async () => {
      expect(
        await opened.store.commit([
          item(),
          item(),
          item({ tempC: 9 }),
          item({ observedAt: NOON + 1 }),
        ]),
      ).toEqual(['stored', 'duplicate', 'conflict', 'stored'])
      expect(await opened.store.commit([item({ tempC: 10 }), item()])).toEqual([
        'conflict',
        'duplicate',
      ])
      expect(await allHistory(opened.store)).toEqual([reading(), reading({ observedAt: NOON + 1 })])
      expect(opened.store.counters).toMatchObject({ stored: 2, duplicates: 2, conflicts: 2 })
    })

    test('keeps devices apart at the same time', async () => {
      await opened.store.commit([item({ deviceId: 'a' }), item({ deviceId: 'b', tempC: 1 })])
      expect(await allHistory(opened.store, [everything('b')])).toEqual([
        reading({ deviceId: 'b', tempC: 1 }),
      ])
    })

    test('of many callers at once is grouped, and each gets its own outcomes', async () => {
      const outcomes = await Promise.all(
        Array.from({ length: 200 }, (_, n) =>
          opened.store.commit([
            item({ observedAt: NOON + (n % 100) }),
            item({ deviceId: `d${n}` }),
          ]),
        ),
      )
      expect(outcomes.filter(([first]) => first === 'stored')).toHaveLength(100)
      expect(outcomes.filter(([first]) => first === 'duplicate')).toHaveLength(100)
      expect(outcomes.every(([, second]) => second === 'stored')).toBe(true)
      expect(opened.store.counters.commits).toBeLessThan(50)
    })

    test('is there after the store was opened again', async () => {
      await opened.store.commit(hours('d-1', NOON, 5))
      await opened.store.stop()
      opened.store = await opened.bed.open()
      expect(await opened.store.commit(hours('d-1', NOON, 6))).toEqual([
        ...Array(5).fill('duplicate'),
        'stored',
      ])
      expect(await opened.store.devicesSeen()).toEqual([
        { deviceId: 'd-1', newestAt: NOON + 5 * HOUR, count: 6 },
      ])
    })
  })
}
