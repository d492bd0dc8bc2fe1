// What goes from one process to another: jobs, touched containers, remembered answers.

import { container, HOUR, NOON } from '@bakwacht/domain/fixture'
import { describe, expect, it } from 'vitest'
import type { Open } from './opened.fixture.ts'

export function handedOnCase(open: Open): void {
  const MINUTE = 60_000

  describe('a job', () => {
    it('is done by one process, the oldest first', async () => {
      await using opened = await open()
      const { jobs } = opened.registry
      const other = await opened.another()
      const first = await jobs.submit('make', { date: '2026-11-23' }, NOON)
      const second = await jobs.submit('change', {}, NOON)
      expect(await jobs.claim(['make', 'change'], NOON, MINUTE)).toEqual({
        id: first,
        kind: 'make',
        payload: { date: '2026-11-23' },
      })
      expect((await other.jobs.claim(['make', 'change'], NOON, MINUTE))?.id).toBe(second)
      expect(await jobs.claim(['make', 'change'], NOON, MINUTE)).toBeUndefined()
      expect(await jobs.outcome(first)).toBeUndefined()
      await jobs.finish(first, { kind: 'done', answer: { planId: 'p1' } }, NOON)
      expect(await other.jobs.outcome(first)).toEqual({ kind: 'done', answer: { planId: 'p1' } })
    })

    it('comes back when its process is silent for too long, and has one outcome', async () => {
      await using opened = await open()
      const { jobs } = opened.registry
      const id = await jobs.submit('make', {}, NOON)
      await jobs.claim(['make', 'change'], NOON, MINUTE)
      expect(await jobs.claim(['make', 'change'], NOON + MINUTE, MINUTE)).toBeUndefined()
      expect((await jobs.claim(['make', 'change'], NOON + MINUTE + 1, MINUTE))?.id).toBe(id)
      const failed = { kind: 'failed', code: 'NO_VEHICLES', message: 'none' } as const
      await jobs.finish(id, failed, NOON)
      await jobs.finish(id, { kind: 'done', answer: {} }, NOON)
      expect(await jobs.outcome(id)).toEqual(failed)
      expect(await jobs.claim(['make', 'change'], NOON + HOUR, MINUTE)).toBeUndefined()
    })

    it('waits for who does its kind', async () => {
      await using opened = await open()
      const { jobs } = opened.registry
      const make = await jobs.submit('make', {}, NOON)
      const judge = await jobs.submit('judge', {}, NOON)
      expect((await jobs.claim(['judge'], NOON, MINUTE))?.id).toBe(judge)
      expect(await jobs.claim(['judge'], NOON, MINUTE)).toBeUndefined()
      expect((await jobs.claim(['make'], NOON, MINUTE))?.id).toBe(make)
    })

    it('is never claimed by two at once', async () => {
      await using opened = await open()
      const { jobs } = opened.registry
      const submitted = await Promise.all(
        Array.from({ length: 12 }, () => jobs.submit('make', {}, NOON)),
      )
      const claims = await Promise.all(
        submitted.map(() => jobs.claim(['make', 'change'], NOON, MINUTE)),
      )
      const ids = claims.flatMap((job) => (job === undefined ? [] : [job.id]))
      expect(new Set(ids).size).toBe(ids.length)
      let job = await jobs.claim(['make', 'change'], NOON, MINUTE)
      for (; job !== undefined; job = await jobs.claim(['make', 'change'], NOON, MINUTE))
        ids.push(job.id)
      expect(ids.sort()).toEqual(submitted.sort())
    })
  })

  describe('a touched container', () => {
    const withTouched = async () => {
      const opened = await open()
      const { containers } = opened.registry
      const capacity = (capacityL: number) =>
        containers.put([container('a', { capacityL }), container('b', { capacityL })])
      await capacity(1)
      await capacity(2)
      return {
        ...opened,
        touchAgain: () => capacity(3),
        [Symbol.asyncDispose]: opened[Symbol.asyncDispose],
      }
    }

    it('is claimed by one process, and again when that one does not settle it', async () => {
      await using opened = await withTouched()
      const { touched } = opened.registry
      const other = await opened.another()
      expect(await touched.claim(1, NOON)).toMatchObject([{ containerId: 'a' }])
      expect(await other.touched.claim(9, NOON)).toMatchObject([{ containerId: 'b' }])
      expect(await touched.claim(9, NOON + MINUTE - 1)).toEqual([])
      expect(await touched.claim(9, NOON + MINUTE)).toHaveLength(2)
    })

    it('that is touched again meanwhile is not settled', async () => {
      await using opened = await withTouched()
      const { touched } = opened.registry
      const claimed = await touched.claim(9, NOON)
      opened.clock.now += HOUR
      await opened.touchAgain()
      await touched.settle(claimed)
      const again = await touched.claim(9, NOON)
      expect(again.map(({ containerId }) => containerId).sort()).toEqual(['a', 'b'])
      expect(again.map(({ since }) => since)).toEqual(claimed.map(({ since }) => since + HOUR))
      await touched.settle(again)
      await touched.settle([])
      expect(await touched.claim(9, NOON + HOUR)).toEqual([])
    })

    it('is claimed with all that is new when its first claim was never settled', async () => {
      await using opened = await withTouched()
      const { touched } = opened.registry
      const [lost] = await touched.claim(1, NOON)
      opened.clock.now += HOUR
      await opened.touchAgain()
      const claimed = await touched.claim(9, NOON + MINUTE)
      const again = claimed.find(({ containerId }) => containerId === lost?.containerId)
      expect(again?.since).toBe(lost?.since)
      await touched.settle(lost ? [lost] : [])
      expect(await touched.claim(9, NOON + 3 * MINUTE)).toHaveLength(2)
    })

    it('is not settled by the mark of a round before', async () => {
      await using opened = await withTouched()
      const { touched } = opened.registry
      const old = await touched.claim(9, NOON)
      await touched.settle(old)
      await opened.touchAgain()
      await touched.settle(old)
      expect(await touched.claim(9, NOON)).toHaveLength(2)
    })
  })

  describe('an answer', () => {
    it('is remembered by its key for 48 h, the first one', async () => {
      await using opened = await open()
      const { idempotency } = opened.registry
      expect(await idempotency.find('k')).toBeUndefined()
      await idempotency.remember('k', 'first', NOON)
      await idempotency.remember('k', 'second', NOON + 1)
      expect(await idempotency.find('k')).toBe('first')
      opened.clock.now = NOON + 48 * HOUR
      expect(await idempotency.find('k')).toBeUndefined()
      await idempotency.remember('k', 'third', opened.clock.now)
      expect(await idempotency.find('k')).toBe('third')
    })
  })
}
