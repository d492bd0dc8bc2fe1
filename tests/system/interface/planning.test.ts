// From full bins to a plan: who is in it and why, and what a planner does to it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { until } from '../call.ts'
import { containersOf, MONDAY, openRegion, type Region, type Stop, stopsOf } from './region.ts'

let region: Region
beforeAll(async () => {
  region = await openRegion()
  await region.bin('full', 90)
  await region.bin('asked', 10)
  await region.bin('called', 12)
  await region.bin('empty', 8)
  await region.bin('mute', undefined, { last_emptied_at: '2026-09-01T08:00:00+02:00' })
})
afterAll(() => region.end())

const reasons = (plan: { runs: object[] }) =>
  Object.fromEntries(
    stopsOf(plan).map(({ container_id, kind, reason }) => [container_id ?? kind, reason.code]),
  )

describe('a plan', () => {
  test('is for the full, the asked for and the overdue; the rest is left out with a reason', async () => {
    await region.send('POST', '/containers/asked/requests', {})
    await region.send('POST', '/containers/called/requests', {
      kind: 'reported_full',
      note: 'bags',
    })
    const { status, body, headers } = await region.plan()
    expect(status).toBe(201)
    expect(headers.get('location')).toBe(`/api/v1/plans/${body.id}`)
    expect(body).toMatchObject({
      ...{ version: 1, date: MONDAY, depot_id: null, status: 'draft', settings_version: 2 },
      travel_times: 'estimate',
      solver: { cost: expect.any(Number), seconds: expect.any(Number), seed: expect.any(Number) },
    })
    const { full, asked, called, mute } = reasons(body)
    expect({ full, asked, called }).toEqual({
      full: 'full',
      asked: 'planner',
      called: 'reported_full',
    })
    expect(['due', 'estimated_full']).toContain(mute)
    expect(body.not_collected).toMatchObject([
      { container_id: 'empty', reason: { code: 'not_full' } },
    ])
    expect(stopsOf(body).at(-1)?.kind).toBe('unload')
    const [run] = body.runs
    expect(run).toMatchObject({
      plan_id: body.id,
      date: MONDAY,
      depot_id: 'depot',
      vehicle_id: 'van',
      status: 'draft',
    })
    expect(Object.keys(run.totals).sort()).toEqual(['cost', 'distance_m', 'duration_s', 'kg', 'l'])
    expect(Date.parse(run.departure)).toBeGreaterThanOrEqual(
      Date.parse('2026-11-23T07:30:00+01:00'),
    )
  })

  test('is told in the reader’s language, evidence and code stay', async () => {
    const { id } = (await region.send('GET', `/plans?date=${MONDAY}`)).body.items[0]
    const texts = new Set<string>()
    for (const language of ['en', 'nl-BE', 'fr', 'de;q=0.9, es'])
      texts.add(
        stopsOf(
          (await region.send('GET', `/plans/${id}`, undefined, { 'accept-language': language }))
            .body,
        )[0]?.reason.text ?? '',
      )
    expect(texts.size).toBe(4)
  })

  test('made again keeps its id, with version + 1', async () => {
    const before = (await region.send('GET', `/plans?date=${MONDAY}`)).body.items[0]
    const { body } = await region.plan()
    expect([body.id, body.version]).toEqual([before.id, before.version + 1])
  })

  test('asked for twice with one Idempotency-Key is made once', async () => {
    const key = { 'idempotency-key': 'tuesday-1' }
    const first = await region.send('POST', '/plans', { date: '2026-11-24' }, key)
    const again = await region.send('POST', '/plans', { date: '2026-11-24' }, key)
    expect([again.status, again.body.id, again.body.version]).toEqual([201, first.body.id, 1])
    const other = await region.send('POST', '/plans', { date: '2026-11-25' }, key)
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused'])
  })

  test('asked for with Prefer: respond-async is answered with 202 and made meanwhile', async () => {
    const { status, body } = await region.send(
      'POST',
      '/plans',
      { date: '2026-11-26' },
      { prefer: 'respond-async' },
    )
    expect([status, body.status]).toEqual([202, 'planning'])
    const made = async () => (await region.send('GET', `/plans/${body.id}`)).body.status === 'draft'
    await until(made, 'the plan made', 15_000)
  })

  test('is changed only with the version that was read', async () => {
    const plan = (await region.plan()).body
    const ops = { ops: [{ op: 'approve' }] }
    const without = await region.send('PATCH', `/plans/${plan.id}`, ops)
    expect([without.status, without.body.code]).toEqual([428, 'precondition_required'])
    const stale = await region.change({ ...plan, version: plan.version - 1 }, { op: 'approve' })
    expect([stale.status, stale.body.code]).toEqual([412, 'precondition_failed'])
    expect((await region.send('GET', `/plans/${plan.id}`)).body.status).toBe('draft')
  })

  test('with dry_run answers what a change would cost, and stores nothing', async () => {
    const plan = (await region.plan()).body
    const stop = stopsOf(plan).find(({ container_id }) => container_id === 'asked') as Stop
    const drop = { op: 'drop', stop_id: stop.id }
    const dry = await region.change(plan, drop, '?dry_run=true')
    expect(dry.status).toBe(200)
    expect(dry.body).toMatchObject({
      dry_run: true,
      delta: { distance_m: expect.any(Number), duration_s: expect.any(Number) },
    })
    expect(dry.body.delta.cost).toBeLessThan(0)
    expect((await region.send('GET', `/plans/${plan.id}`)).body.version).toBe(plan.version)
    const wet = await region.change(plan, drop)
    expect(wet.body).toMatchObject({
      dry_run: false,
      version: plan.version + 1,
      delta: dry.body.delta,
    })
    expect(containersOf(wet.body)).not.toContain('asked')
  })

  test('does every op: add, move, lock, assign_driver, reoptimise, cancel, unapprove', async () => {
    let plan = (await region.plan()).body
    const apply = async (op: object) => {
      const { status, body, text } = await region.change(plan, op)
      expect(status, text).toBe(200)
      plan = body
    }
    await apply({ op: 'add', container_id: 'empty' })
    const [run] = plan.runs
    const moved = stopsOf(plan).find(({ container_id }) => container_id === 'empty') as Stop
    expect(moved.reason.code).toBe('planner')
    await apply({ op: 'move', stop_id: moved.id, run_id: run.id, seq: 1 })
    expect(stopsOf(plan)[0]?.id).toBe(moved.id)
    await apply({ op: 'lock', stop_id: moved.id, lock: 'position' })
    await apply({ op: 'reoptimise' })
    expect(stopsOf(plan)[0]).toMatchObject({ container_id: 'empty', lock: 'position' })
    await apply({ op: 'assign_driver', run_id: plan.runs[0].id, driver: 'Noor' })
    expect(plan.runs[0].driver).toBe('Noor')
    await apply({ op: 'approve', run_ids: [plan.runs[0].id] })
    expect(plan.status).toBe('approved')
    await apply({ op: 'unapprove' })
    expect([plan.status, plan.runs[0].status]).toEqual(['draft', 'draft'])
    await apply({ op: 'cancel' })
    expect([plan.status, plan.runs[0].status]).toEqual(['cancelled', 'cancelled'])
    const wrong = await region.change(plan, { op: 'drop', stop_id: 'nothing' })
    expect([wrong.status, wrong.body.code]).toEqual([422, 'plan_op_refused'])
  })
})
