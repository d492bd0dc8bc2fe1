import { describe, expect, it } from 'vitest'
import type { Open } from './opened.fixture.ts'
import type { FoldChange } from './registry.ts'

export function foldsCase(open: Open): void {
  const change = (
    given: Partial<FoldChange> & { readonly at?: readonly number[] },
  ): FoldChange => ({
    containerId: 'a',
    replacesFrom: Number.MAX_SAFE_INTEGER,
    keepFrom: 0,
    checkpoints: (given.at ?? []).map((at) => ({
      containerId: given.containerId ?? 'a',
      at,
      state: `{"at":${at}}`,
    })),
    days: [],
    ...given,
  })

  describe('a fold', () => {
    it('goes on from the newest checkpoint at or before a time', async () => {
      await using opened = await open()
      const { folds } = opened.registry
      await folds.save([change({ at: [10, 20, 30] }), change({ containerId: 'b', at: [25] })])
      expect(await folds.checkpoints(['a', 'b', 'c'], 20)).toEqual([
        { containerId: 'a', at: 20, state: '{"at":20}' },
      ])
      expect((await folds.checkpoints(['a', 'b'], 99)).map(({ at }) => at)).toEqual([30, 25])
      expect(await folds.checkpoints(['a'], 9)).toEqual([])
    })

    it('loses hours that are older than two months, and no younger ones', async () => {
      await using opened = await open()
      const { folds } = opened.registry
      const today = 20_000
      const dayOf = (day: number) => ({ containerId: 'a', day, hours: new Uint8Array([day % 256]) })
      await folds.save([change({ days: [dayOf(today - 61), dayOf(today - 60)] })])
      await folds.save([change({ at: [1], keepFrom: today * 86_400_000 })])
      expect((await folds.days(['a'], 0, today)).map(({ day }) => day)).toEqual([today - 60])
    })

    it('loses the checkpoints that a late event made wrong', async () => {
      await using opened = await open()
      const { folds } = opened.registry
      await folds.save([change({ at: [10, 20, 30] }), change({ containerId: 'b', at: [30] })])
      await folds.save([change({ replacesFrom: 15, at: [10, 40] })])
      expect((await folds.checkpoints(['a', 'b'], 35)).map(({ at }) => at)).toEqual([10, 30])
      expect((await folds.checkpoints(['a'], 99)).map(({ at }) => at)).toEqual([40])
    })

    it('keeps one checkpoint before the time that it must reach back to', async () => {
      await using opened = await open()
      const { folds } = opened.registry
      await folds.save([change({ at: [10, 20, 30] })])
      await folds.save([change({ keepFrom: 25, at: [40] })])
      expect((await folds.checkpoints(['a'], 25)).map(({ at }) => at)).toEqual([20])
      expect(await folds.checkpoints(['a'], 19)).toEqual([])
      await folds.save([change({ keepFrom: 45, at: [42, 50] })])
      expect(await folds.checkpoints(['a'], 41)).toEqual([])
      expect((await folds.checkpoints(['a'], 45)).map(({ at }) => at)).toEqual([42])
    })

    it('keeps its hours day by day, byte for byte', async () => {
      await using opened = await open()
      const { folds } = opened.registry
      const bytes = (seed: number) => Uint8Array.from({ length: 960 }, (_, i) => (i * seed) % 256)
      const day = (number: number, seed: number) => ({
        containerId: 'a',
        day: number,
        hours: bytes(seed),
      })
      // A view into a larger buffer, as a fold may give.
      const view = new Uint8Array(bytes(7).buffer, 100, 200)
      await folds.save([change({ days: [day(3, 3), day(4, 5), { ...day(5, 1), hours: view }] })])
      await folds.save([change({ days: [day(4, 11)] })])
      expect(await folds.days(['a'], 4, 5)).toEqual([
        day(4, 11),
        { ...day(5, 1), hours: view.slice() },
      ])
      expect(await folds.days(['b'], 0, 99)).toEqual([])
    })
  })
}
