import type { StopResult } from '@bakwacht/domain'
import { container, HOUR, NOON, plan, result, run } from '@bakwacht/domain/fixture'
import { describe, expect, it } from 'vitest'
import type { Open } from '../opened.fixture.ts'
import type { Registry } from '../registry.ts'

export function resultsCase(open: Open): void {
  const withRun = async (given: Parameters<typeof run>[1] = { status: 'approved' }) => {
    const opened = await open()
    await opened.registry.containers.put([container('c1', { lastEmptiedAt: NOON - 99 * HOUR })])
    await opened.registry.plans.save({ plan: plan('p1'), runs: [run('r1', given)] }, 0)
    return opened
  }
  const report = (
    { plans }: Registry,
    result: StopResult,
    { stopId = 's1', key = null }: { stopId?: string; key?: string | null } = {},
  ) => plans.addResult({ runId: 'r1', stopId, result, idempotencyKey: key, now: NOON + 3 * HOUR })
  const lastEmptied = async ({ containers }: Registry) =>
    (await containers.find('c1'))?.lastEmptiedAt
  const request = (id: string, createdAt: number) => ({
    id,
    containerId: 'c1',
    kind: 'reported_full' as const,
    note: 'bags beside it',
    createdAt,
    closedAt: null,
  })

  describe('a result', () => {
    it('starts the run, and the last one ends it', async () => {
      await using opened = await withRun()
      const { plans, events } = opened.registry
      const first = await report(opened.registry, result('emptied', { kg: 130.5, wetKg: 12 }))
      expect(first).toMatchObject({ repeated: false, run: { status: 'started', version: 2 } })
      expect((await plans.find('p1'))?.plan).toMatchObject({ status: 'approved', version: 2 })
      const before = await events.newestId()
      const last = await report(opened.registry, result('unloaded'), { stopId: 's2' })
      expect(last?.run.status).toBe('done')
      expect(await plans.run('r1')).toEqual(last?.run)
      expect((await events.after(before, 9)).map(({ kind }) => kind)).toEqual([
        'run',
        'plan',
        'vehicle_run',
      ])
    })

    it('belongs to a run and stop that are there', async () => {
      await using opened = await withRun()
      expect(await report(opened.registry, result('emptied'), { stopId: 'x' })).toBeUndefined()
      const { plans } = opened.registry
      const nowhere = { runId: 'x', stopId: 's1', idempotencyKey: null, now: NOON }
      expect(await plans.addResult({ ...nowhere, result: result('emptied') })).toBeUndefined()
    })

    it('sent again, by key or word for word, changes nothing', async () => {
      await using opened = await withRun()
      const first = await report(opened.registry, result('partly', { kg: 40 }), { key: 'k1' })
      const newest = await opened.registry.events.newestId()
      for (const again of [
        () => report(opened.registry, result('partly', { kg: 40 }), { key: 'k2' }),
        () => report(opened.registry, result('blocked'), { key: 'k1' }),
        () => report(opened.registry, result('blocked'), { key: 'k2' }),
      ])
        expect(await again()).toEqual({ run: first?.run, repeated: true })
      expect(await opened.registry.events.newestId()).toBe(newest)
    })

    it('is known by its key for as long as the run is, also when its stop is gone', async () => {
      await using opened = await withRun()
      const { plans } = opened.registry
      const has = (runId: string, key: string) => plans.hasResultKey(runId, key)
      expect(await has('r1', 'k1')).toBe(false)
      const stored = await report(opened.registry, result('emptied'), { key: 'k1' })
      const changed = stored?.run ?? expect.fail('not stored')
      const stops = changed.stops.filter(({ id }) => id !== 's1')
      await plans.save({ plan: plan('p1'), runs: [{ ...changed, stops }] }, 2)
      expect([await has('r1', 'k1'), await has('r1', 'k2'), await has('r2', 'k1')]).toEqual([
        ...[true, false, false],
      ])
    })

    it('of a run that nobody approved is kept, without starting it', async () => {
      await using opened = await withRun({ status: 'draft' })
      const stored = await report(opened.registry, result('emptied'))
      expect(stored?.run.status).toBe('draft')
      expect(await lastEmptied(opened.registry)).toBe(NOON + HOUR)
    })

    it('"emptied" sets the container’s last emptying, but never back', async () => {
      await using opened = await withRun()
      await report(opened.registry, result('emptied', { at: NOON - 100 * HOUR }))
      expect(await lastEmptied(opened.registry)).toBe(NOON - 99 * HOUR)
      await report(opened.registry, result('emptied', { at: NOON + HOUR }))
      expect(await lastEmptied(opened.registry)).toBe(NOON + HOUR)
    })

    it('"emptied" closes the requests made until then', async () => {
      await using opened = await withRun()
      const { requests } = opened.registry
      await requests.add(request('q1', NOON))
      await requests.add(request('q2', NOON + 2 * HOUR))
      await report(opened.registry, result('emptied', { at: NOON + HOUR }))
      expect((await requests.open()).map(({ id }) => id)).toEqual(['q2'])
    })

    it.each([
      ['emptied', 1],
      ['partly', 1],
      ['blocked', 0],
      ['skipped', 0],
    ] as const)('"%s" touches %i containers', async (outcome, count) => {
      await using opened = await withRun()
      await report(opened.registry, result(outcome))
      const claimed = await opened.registry.touched.claim(9, NOON)
      expect(claimed.map(({ since }) => since)).toEqual(Array(count).fill(NOON + HOUR))
    })

    it('that the driver corrects takes back what the first one did', async () => {
      await using opened = await withRun()
      const { requests, plans } = opened.registry
      await requests.add(request('q1', NOON))
      await report(opened.registry, result('emptied'))
      await opened.registry.touched.settle(await opened.registry.touched.claim(9, NOON))
      const corrected = await report(opened.registry, result('blocked', { note: 'car in front' }))
      expect(corrected).toMatchObject({ repeated: false, run: { version: 3, status: 'started' } })
      expect(await lastEmptied(opened.registry)).toBe(NOON - 99 * HOUR)
      expect((await requests.open()).map(({ id }) => id)).toEqual(['q1'])
      expect(await opened.registry.touched.claim(9, NOON)).toMatchObject([{ containerId: 'c1' }])
      expect((await plans.run('r1'))?.stops[0]?.result?.note).toBe('car in front')
    })

    it('is found by container and time, also when the plan no longer has the run', async () => {
      await using opened = await withRun()
      const { plans, results } = opened.registry
      await report(opened.registry, result('emptied', { kg: 130.5 }))
      await report(opened.registry, result('unloaded'), { stopId: 's2' })
      await plans.save({ plan: plan('p1'), runs: [] }, 3)
      const found = { ...result('emptied', { kg: 130.5 }), runId: 'r1', stopId: 's1' }
      expect(await results.of(['c1', 'c2'], NOON, NOON + 2 * HOUR)).toEqual([
        { ...found, containerId: 'c1' },
      ])
      expect(await results.of(['c1'], NOON, NOON + HOUR)).toEqual([])
    })

    it('is found by trip, beside what was expected, once something of the trip is weighed', async () => {
      await using opened = await withRun()
      const { results } = opened.registry
      const trips = () => results.trips(NOON, NOON + 2 * HOUR)
      const visit = { containerId: 'c1', outcome: 'emptied', kg: null, wetKg: null }
      const expectedL = run('r1').stops[0]?.expectedL
      await report(opened.registry, result('emptied'))
      expect(await trips()).toEqual([])
      await report(opened.registry, result('unloaded', { kg: 118, wetKg: 9 }), { stopId: 's2' })
      const [trip] = await trips()
      expect(trip).toHaveLength(2)
      expect(trip).toContainEqual({ ...visit, expectedL })
      expect(trip).toContainEqual(
        expect.objectContaining({ containerId: null, outcome: 'unloaded', kg: 118, wetKg: 9 }),
      )
      expect(await results.trips(NOON, NOON + HOUR)).toEqual([])
    })

    it('that is new or corrected is told by a newer revision', async () => {
      await using opened = await withRun()
      const { results } = opened.registry
      expect(await results.newestRevision()).toBe(0)
      await report(opened.registry, result('emptied', { kg: 1305 }))
      const first = await results.newestRevision()
      expect(first).toBeGreaterThan(0)
      await report(opened.registry, result('emptied', { kg: 1305 }))
      expect(await results.newestRevision()).toBe(first)
      await report(opened.registry, result('emptied', { kg: 130.5 }))
      expect(await results.newestRevision()).toBeGreaterThan(first)
    })
  })

  describe('a request', () => {
    it('is open until it is closed, and added once', async () => {
      await using opened = await open()
      const { requests } = opened.registry
      expect(await requests.add(request('q1', NOON))).toEqual(request('q1', NOON))
      expect(await requests.add(request('q1', NOON + 5))).toEqual(request('q1', NOON))
      expect(await requests.open(['c1'])).toEqual([request('q1', NOON)])
      expect(await requests.open(['c2'])).toEqual([])
      await requests.close(['q1', 'nothing'], NOON + 9)
      expect(await requests.open()).toEqual([])
      expect(await requests.add(request('q1', NOON))).toMatchObject({ closedAt: NOON + 9 })
    })
  })
}
