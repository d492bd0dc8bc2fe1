// Readings under the time of the server, and late ones.

import { flagBit } from '@bakwacht/domain'
import { describe, expect, test } from 'vitest'
import { allHistory, DAY, HOUR, item, NOON, stamped } from '../reading.fixture.ts'
import type { OpenedStore } from '../test-bed.fixture.ts'

export function stampedCases(opened: OpenedStore): void {
  const timesOf = async () =>
    (await allHistory(opened.store)).map(({ observedAt }) => observedAt - NOON)

  describe('a reading under the time of the server', () => {
    test('takes consecutive milliseconds in the order of its message', async () => {
      const message = [3, 1, 2].map((seq) => stamped({ seq }))
      expect(await opened.store.commit(message)).toEqual(['stored', 'stored', 'stored'])
      expect(
        (await allHistory(opened.store)).map(({ observedAt, seq }) => [observedAt, seq]),
      ).toEqual([
        [NOON, 3],
        [NOON + 1, 1],
        [NOON + 2, 2],
      ])
    })

    test('takes the first millisecond that is free', async () => {
      await opened.store.commit([0, 1, 3].map((at) => item({ observedAt: NOON + at })))
      await opened.store.commit([
        stamped({ seq: 1 }),
        stamped({ seq: 2 }),
        item({ observedAt: NOON + 6 }),
      ])
      await opened.store.commit([stamped({ seq: 3 }), stamped({ seq: 4, observedAt: NOON + 2 })])
      expect(await timesOf()).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    })

    test('finds its millisecond also behind hundreds that are taken', async () => {
      const burst = (from: number) =>
        Array.from({ length: 500 }, (_, n) => stamped({ seq: from + n }))
      await opened.store.commit(burst(0))
      await opened.store.commit(burst(500))
      expect(await timesOf()).toEqual(Array.from({ length: 1000 }, (_, n) => n))
    })

    test('is a repeat with the same sequence number and content within a day', async () => {
      const again = (after: number, change = {}) =>
        opened.store.commit([
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
        opened.store.commit([stamped({ observedAt: NOON + after, receivedAt: NOON + after })])
      expect(await again(0)).toEqual(['stored'])
      expect(await again(60_000)).toEqual(['duplicate'])
      expect(await again(60_001)).toEqual(['stored'])
    })
  })

  describe('a late reading', () => {
    test('is stored and flagged, and does not make its device dirty', async () => {
      await opened.store.commit([item()])
      await opened.store.settleDirty(await opened.store.claimDirty(10, NOON))
      const late = NOON - 14 * DAY - 1
      const behind = item({ observedAt: late, receivedAt: NOON, flags: 1 })
      expect(await opened.store.commit([behind])).toEqual(['stored'])
      const [first] = await allHistory(opened.store)
      expect(first?.flags).toBe(1 | flagBit('late'))
      expect(await opened.store.dirtyCount()).toBe(0)
      expect(await opened.store.devicesSeen()).toMatchObject([{ newestAt: NOON, count: 2 }])
    })

    test('is one that is more than 14 days behind, not exactly 14', async () => {
      await opened.store.commit([item()])
      await opened.store.commit([item({ observedAt: NOON - 14 * DAY, receivedAt: NOON })])
      expect((await allHistory(opened.store))[0]?.flags).toBe(0)
    })

    test('is none because of a newest reading that our own clock, months ahead, had stamped', async () => {
      await opened.store.commit([stamped({ observedAt: NOON + 100 * DAY })])
      await opened.store.commit([
        item({ observedAt: NOON, receivedAt: NOON }),
        item({ observedAt: NOON - 15 * DAY, receivedAt: NOON }),
      ])
      expect((await allHistory(opened.store)).map(({ flags }) => flags)).toEqual([
        flagBit('late'),
        0,
        0,
      ])
    })
  })
}
