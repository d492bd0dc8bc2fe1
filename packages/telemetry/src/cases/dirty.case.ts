// Which devices the thresholds must look at.
import { describe, expect, test } from 'vitest'
import { DAY, item, NOON } from '../reading.fixture.ts'
import { CLAIM_MS } from '../telemetry-store.ts'
import type { OpenedStore } from '../test-bed.fixture.ts'

export function dirtyCases(opened: OpenedStore): void {
  describe('dirty devices', () => {
    test('are claimed with the earliest time that is new, and settled', async () => {
      await opened.store.commit([item({ observedAt: NOON + 5 }), item({ observedAt: NOON + 2 })])
      await opened.store.commit([item({ deviceId: 'd-2' }), item({ observedAt: NOON + 9 })])
      const claimed = await opened.store.claimDirty(10, NOON)
      expect(claimed.map(({ deviceId, since }) => [deviceId, since - NOON]).sort()).toEqual([
        ['d-1', 2],
        ['d-2', 0],
      ])
      expect(await opened.store.claimDirty(10, NOON)).toEqual([])
      expect(await opened.store.dirtyCount()).toBe(2)
      await opened.store.settleDirty(claimed)
      expect(await opened.store.dirtyCount()).toBe(0)
    })

    test('stay dirty when a reading came between claim and settle', async () => {
      await opened.store.commit([item()])
      const claimed = await opened.store.claimDirty(10, NOON)
      await opened.store.commit([item({ observedAt: NOON + 1 })])
      expect(await opened.store.claimDirty(10, NOON)).toEqual([])
      await opened.store.settleDirty(claimed)
      const [again] = await opened.store.claimDirty(10, NOON)
      expect(again).toMatchObject({ deviceId: 'd-1', since: NOON + 1, newestAt: NOON + 1 })
      await opened.store.settleDirty(again ? [again] : [])
      expect(await opened.store.dirtyCount()).toBe(0)
    })

    test('are not settled by a claim from before they were settled already', async () => {
      await opened.store.commit([item()])
      const claimed = await opened.store.claimDirty(10, NOON)
      await opened.store.settleDirty(claimed)
      await opened.store.commit([item({ observedAt: NOON + 1 })])
      await opened.store.settleDirty(claimed)
      expect(await opened.store.dirtyCount()).toBe(1)
    })

    test('are free again when the clock was set back after a claim that nobody settled', async () => {
      await opened.store.commit([item()])
      await opened.store.claimDirty(10, NOON + DAY)
      expect(await opened.store.claimDirty(10, NOON)).toMatchObject([{ deviceId: 'd-1' }])
      expect(await opened.store.claimDirty(10, NOON)).toEqual([])
    })

    test('are free again a minute after a claim that nobody settled, with all that is new', async () => {
      await opened.store.commit([item({ observedAt: NOON + 1 })])
      const [lost] = await opened.store.claimDirty(10, NOON)
      await opened.store.commit([item({ observedAt: NOON + 2 })])
      expect(await opened.store.claimDirty(10, NOON + CLAIM_MS - 1)).toEqual([])
      const [again] = await opened.store.claimDirty(10, NOON + CLAIM_MS)
      expect(again).toMatchObject({ since: NOON + 1, newestAt: NOON + 2 })
      await opened.store.settleDirty(lost ? [lost] : [])
      expect(await opened.store.dirtyCount()).toBe(1)
      await opened.store.settleDirty(again ? [again] : [])
      expect(await opened.store.dirtyCount()).toBe(0)
    })

    test('are settled up to a time: what they have from then on stays new', async () => {
      const later = ['d-1', 'd-2'].map((deviceId) => item({ deviceId, observedAt: NOON + 10 }))
      await opened.store.commit([item(), item({ deviceId: 'd-3' }), ...later])
      const claimed = await opened.store.claimDirty(10, NOON)
      await opened.store.settleDirty(claimed, NOON + 5)
      const again = await opened.store.claimDirty(10, NOON)
      expect(again.map(({ deviceId, since }) => [deviceId, since - NOON]).sort()).toEqual([
        ['d-1', 5],
        ['d-2', 10],
      ])
      await opened.store.settleDirty(again, NOON + 11)
      expect(await opened.store.dirtyCount()).toBe(0)
    })

    test('are no more than asked for, the oldest news first', async () => {
      const late = ['a', 'b', 'c'].map((deviceId, n) => item({ deviceId, observedAt: NOON - n }))
      await opened.store.commit(late)
      const ids = (claimed: readonly { deviceId: string }[]) =>
        claimed.map(({ deviceId }) => deviceId).sort()
      expect(ids(await opened.store.claimDirty(2, NOON))).toEqual(['b', 'c'])
      expect(ids(await opened.store.claimDirty(2, NOON))).toEqual(['a'])
    })

    test('can be marked by hand, with and without readings', async () => {
      await opened.store.commit([item()])
      await opened.store.settleDirty(await opened.store.claimDirty(10, NOON))
      await opened.store.markDirty([
        { deviceId: 'd-1', since: NOON - DAY },
        { deviceId: 'd-9', since: NOON },
      ])
      const claimed = await opened.store.claimDirty(10, NOON)
      expect(claimed.map(({ deviceId, since }) => [deviceId, since - NOON]).sort()).toEqual([
        ['d-1', -DAY],
        ['d-9', 0],
      ])
      expect(await opened.store.devicesSeen()).toHaveLength(1)
    })

    test('are not made by repeats and conflicts', async () => {
      await opened.store.commit([item()])
      await opened.store.settleDirty(await opened.store.claimDirty(10, NOON))
      await opened.store.commit([item(), item({ tempC: 1 })])
      expect(await opened.store.dirtyCount()).toBe(0)
    })
  })
}
