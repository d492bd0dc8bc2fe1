import type { Run, RunStatus } from '@bakwacht/domain'
import { HOUR, NOON, plan, result, run, stop } from '@bakwacht/domain/fixture'
import { describe, expect, it } from 'vitest'
import type { Open } from '../opened.fixture.ts'
import type { Registry } from '../registry.ts'

export function plansCase(open: Open): void {
  const eventsOf = async ({ events }: Registry, after = 0) =>
    (await events.after(after, 1000)).map(({ kind, subject }) => `${kind} ${subject}`)

  describe('a plan', () => {
    it('comes back with its runs as it was saved', async () => {
      await using opened = await open()
      const { plans } = opened.registry
      const saved = { plan: plan('p1'), runs: [run('r1'), run('r2', { departure: NOON + HOUR })] }
      await plans.save(saved, 0)
      expect(await plans.find('p1')).toEqual(saved)
      expect(await plans.findFor('2026-11-23', null)).toEqual(saved)
      expect(await plans.findFor('2026-11-23', 'depot')).toBeUndefined()
      expect(await plans.find('nothing')).toBeUndefined()
      expect(await plans.run('r2')).toEqual(saved.runs[1])
      expect(await plans.run('nothing')).toBeUndefined()
      expect(await eventsOf(opened.registry)).toEqual(['plan p1', 'run r1', 'run r2'])
    })

    it('says of a container where it is visited or why it is left out, from a date on', async () => {
      await using opened = await open()
      const { plans } = opened.registry
      const later = { date: '2026-11-24' }
      const notCollected = [
        { containerId: 'c1', reason: { code: 'not_full', evidence: {} } },
      ] as const
      await plans.save({ plan: plan('p1'), runs: [run('r1')] }, 0)
      await plans.save({ plan: plan('p2', { ...later, notCollected }), runs: [] }, 0)
      const cancelled = run('r3', { ...later, status: 'cancelled' })
      const other = { plan: plan('p3', { ...later, depotId: 'north' }), runs: [cancelled] }
      await plans.save(other, 0)
      const visit = { kind: 'visit', date: '2026-11-23', stop: { id: 's1' }, run: { id: 'r1' } }
      const left = { kind: 'left_out', date: '2026-11-24', reason: { code: 'not_full' } }
      expect(await plans.mentions('c1', '2026-11-23')).toMatchObject([visit, left])
      expect(await plans.mentions('c1', '2026-11-24')).toMatchObject([left])
      expect(await plans.mentions('c', '2026-11-23')).toEqual([])

      const elsewhere = run('r1', { stops: [stop('s1', { containerId: 'c2' })] })
      await plans.save({ plan: plan('p1', { notCollected: [] }), runs: [elsewhere] }, 1)
      expect(await plans.mentions('c1', '2026-11-23')).toMatchObject([left])
      expect(await plans.mentions('c2', '2026-11-23')).toMatchObject([{ run: { id: 'r1' } }])
      const told = { runId: 'r1', stopId: 's1', idempotencyKey: null, now: NOON }
      await plans.addResult({ ...told, result: result('emptied') })
      const [emptied] = await plans.mentions('c2', '2026-11-23')
      expect(emptied).toMatchObject({ stop: { result: { outcome: 'emptied' } } })
    })

    it('is saved over the expected version only, whole or not at all', async () => {
      await using opened = await open()
      const { plans } = opened.registry
      const first = { plan: plan('p1'), runs: [run('r1')] }
      await plans.save(first, 0)
      const second = { plan: plan('p1', { version: 2 }), runs: [run('r2')] }
      for (const expected of [0, 2])
        await expect(plans.save(second, expected)).rejects.toMatchObject({
          code: 'VERSION_CONFLICT',
          expected,
          got: 1,
        })
      expect(await plans.find('p1')).toEqual(first)
      await plans.save(second, 1)
      expect(await plans.find('p1')).toEqual(second)
    })

    it('is the only one of its date and depot', async () => {
      await using opened = await open()
      const { plans } = opened.registry
      await plans.save({ plan: plan('p1'), runs: [] }, 0)
      await plans.save({ plan: plan('p2', { depotId: 'north' }), runs: [] }, 0)
      await plans.save({ plan: plan('p3', { date: '2026-11-24' }), runs: [] }, 0)
      for (const depotId of [null, 'north'])
        await expect(
          plans.save({ plan: plan('p4', { depotId }), runs: [] }, 0),
        ).rejects.toMatchObject({ code: 'VERSION_CONFLICT' })
      const ids = (await plans.page({ limit: 9 })).items.map((item) => item.plan.id)
      expect(ids).toEqual(['p3', 'p2', 'p1'])
    })

    it('gives each change a greater version, and leaves alone the runs that say the same', async () => {
      await using opened = await open()
      const { plans, events } = opened.registry
      await plans.save({ plan: plan('p1'), runs: [run('r1'), run('r2')] }, 0)
      const before = await events.newestId()
      await plans.save({ plan: plan('p1'), runs: [run('r1'), run('r2', { driver: 'An' })] }, 1)
      const saved = await plans.find('p1')
      expect(saved?.plan.version).toBe(2)
      expect(saved?.runs.map(({ version }) => version)).toEqual([1, 2])
      expect(await eventsOf(opened.registry, before)).toEqual(['plan p1', 'run r2'])
    })

    it('tells of the runs that it no longer has', async () => {
      await using opened = await open()
      const { plans, events } = opened.registry
      await plans.save({ plan: plan('p1'), runs: [run('r1', { status: 'approved' })] }, 0)
      const before = await events.newestId()
      await plans.save({ plan: plan('p1'), runs: [] }, 1)
      expect(await plans.run('r1')).toBeUndefined()
      expect(await events.after(before, 9)).toMatchObject([
        { kind: 'plan', payload: { status: 'draft' } },
        { kind: 'run', subject: 'r1', payload: { status: 'cancelled', version: 2 } },
        { kind: 'vehicle_run', subject: 'van', payload: { run: null } },
      ])
    })

    it.each<[RunStatus[], string]>([
      [['draft', 'draft'], 'draft'],
      [['draft', 'approved'], 'approved'],
      [['cancelled', 'started'], 'approved'],
      [['done', 'cancelled'], 'approved'],
    ])('with runs that are %j is %s', async (statuses, expected) => {
      await using opened = await open()
      const { plans } = opened.registry
      const runs = statuses.map((status, i) => run(`r${i}`, { status }))
      await plans.save({ plan: plan('p1'), runs }, 0)
      expect((await plans.find('p1'))?.plan.status).toBe(expected)
    })

    it('keeps a result that came in, when it is saved from what was read before', async () => {
      await using opened = await open()
      const { plans } = opened.registry
      const emptied = result('emptied')
      const brought = run('r1', { status: 'started', stops: [stop('s1', { result: emptied })] })
      await plans.save({ plan: plan('p1'), runs: [brought] }, 0)
      expect((await plans.run('r1'))?.stops[0]?.result).toEqual(emptied)
      const bare = { ...brought, stops: [stop('s1', { name: 'Renamed' })] }
      await plans.save({ plan: plan('p1'), runs: [bare] }, 1)
      expect((await plans.run('r1'))?.stops).toEqual([
        stop('s1', { name: 'Renamed', result: emptied }),
      ])
    })

    it('is kept as it was before its last changes, for two days', async () => {
      await using opened = await open()
      const { plans } = opened.registry
      const before = { plan: plan('p1'), runs: [run('r1')] }
      await plans.save(before, 0)
      for (let version = 1; version <= 21; version++)
        await plans.save({ plan: plan('p1', { notCollected: [] }), runs: [] }, version)
      expect(await plans.earlier('p1', 1)).toBeUndefined()
      expect((await plans.earlier('p1', 2))?.runs).toEqual([])
      expect(await plans.earlier('p1', 22)).toBeUndefined()

      await plans.save({ ...before, plan: plan('p2', { date: '2026-11-24' }) }, 0)
      await plans.save({ plan: plan('p2', { date: '2026-11-24' }), runs: [] }, 1)
      expect((await plans.earlier('p2', 1))?.runs).toMatchObject([{ id: 'r1', planId: 'p2' }])
      opened.clock.now += 49 * HOUR
      await plans.save({ plan: plan('p2', { date: '2026-11-24' }), runs: [] }, 2)
      expect(await plans.earlier('p2', 1)).toBeUndefined()
      expect(await plans.earlier('p2', 2)).toBeDefined()
    })
  })

  describe('runs', () => {
    it('are listed by date, vehicle and status in the order of departure', async () => {
      await using opened = await open()
      const { plans } = opened.registry
      const runs = [
        run('r1', { departure: NOON + 2 }),
        run('r2', { departure: NOON + 1, status: 'approved' }),
        run('r3', { departure: NOON, vehicleId: 'truck', status: 'started' }),
      ]
      await plans.save({ plan: plan('p1'), runs }, 0)
      const next = run('r4', { planId: 'p2', date: '2026-11-24', departure: NOON + 24 * HOUR })
      await plans.save({ plan: plan('p2', { date: '2026-11-24' }), runs: [next] }, 0)
      const ids = async (filter: Partial<Parameters<typeof plans.runs>[0]>) =>
        (await plans.runs({ limit: 9, ...filter })).items.map(({ id }) => id)
      expect(await ids({})).toEqual(['r3', 'r2', 'r1', 'r4'])
      expect(await ids({ date: '2026-11-23', vehicleId: 'van' })).toEqual(['r2', 'r1'])
      expect(await ids({ status: ['approved', 'started'] })).toEqual(['r3', 'r2'])
      expect(await ids({ status: [] })).toEqual([])
      const first = await plans.runs({ limit: 3 })
      expect(await ids({ cursor: first.nextCursor ?? '' })).toEqual(['r4'])
    })

    it('keep their way on roads, which subscribers pull', async () => {
      await using opened = await open()
      const { plans, events } = opened.registry
      const way = ['_p~iF~ps|U', '', '']
      await plans.save({ plan: plan('p1'), runs: [run('r1', { status: 'approved', way })] }, 0)
      expect((await plans.run('r1'))?.way).toEqual(way)
      const told = (await events.after(0, 9)).filter(({ kind }) => kind !== 'plan')
      expect(told.map(({ payload }) => payload)).toMatchObject([{ way: [] }, { run: { way: [] } }])
    })

    it('of a vehicle: the earliest approved one is what it has to drive', async () => {
      await using opened = await open()
      const { plans, events } = opened.registry
      const today = run('r1', { status: 'approved' })
      const tomorrow = run('r2', {
        planId: 'p2',
        date: '2026-11-24',
        departure: NOON + 24 * HOUR,
        arrival: NOON + 28 * HOUR,
        status: 'approved',
      })
      await plans.save({ plan: plan('p2', { date: '2026-11-24' }), runs: [tomorrow] }, 0)
      await plans.save({ plan: plan('p1'), runs: [today] }, 0)
      await plans.endOverdue(NOON + 16 * HOUR)
      await plans.endOverdue(NOON + 40 * HOUR)
      const current = (await events.after(0, 99))
        .filter(({ kind }) => kind === 'vehicle_run')
        .map(({ payload }) => (payload.run as Run | null)?.id ?? null)
      expect(current).toEqual(['r2', 'r1', 'r2', null])
    })

    it('end by themselves 12 h after their shift, and only those that were to be driven', async () => {
      await using opened = await open()
      const { plans } = opened.registry
      const runs = (['draft', 'approved', 'started', 'cancelled'] as const).map((status, i) =>
        run(`r${i}`, { status, vehicleId: `v${i}` }),
      )
      await plans.save({ plan: plan('p1'), runs }, 0)
      expect(await plans.endOverdue(NOON + 16 * HOUR - 1)).toEqual([])
      const ended = await plans.endOverdue(NOON + 16 * HOUR)
      expect(ended.map(({ id, status, version }) => [id, status, version])).toEqual([
        ['r1', 'done', 2],
        ['r2', 'done', 2],
      ])
      expect(await plans.endOverdue(NOON + 16 * HOUR)).toEqual([])
      expect((await plans.find('p1'))?.plan).toMatchObject({ status: 'approved', version: 2 })
    })
  })
}
