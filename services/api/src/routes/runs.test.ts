import type { Run } from '@bakwacht/domain'
import { NOON } from '@bakwacht/domain/fixture'
import { expect, test } from 'vitest'
import { openApi, type TestApi } from '../api.fixture.ts'
import { seed } from '../fleet.fixture.ts'
import { stubPlanMaker } from '../plan-maker.fixture.ts'

const DAY = 86_400_000

/** An approved run over two containers, today. */
async function approvedRun(t: TestApi) {
  await seed(t, ['a', 'b'])
  const plan = (await t.ask('POST', '/api/v1/plans', { body: { date: '2026-11-23' } })).json
  const headers = { 'if-match': '"1"' }
  const body = { ops: [{ op: 'approve' }] }
  const { json } = await t.ask('PATCH', `/api/v1/plans/${plan.id}`, { body, headers })
  const [run] = json.runs
  const [first, second, unload] = run.stops
  const path = `/api/v1/runs/${run.id}`
  const report = (stopId: string, result: unknown, more: Parameters<TestApi['ask']>[2] = {}) =>
    t.ask('POST', `${path}/stops/${stopId}/result`, { body: result, ...more })
  return { run, path, report, stops: [first.id, second.id, unload.id] as [string, string, string] }
}

test('the day’s runs are pulled by date, vehicle or state', async () => {
  await using t = await openApi()
  const { run, path } = await approvedRun(t)
  const ids = async (query: string) =>
    (await t.ask('GET', `/api/v1/runs?${query}`)).json.items.map(({ id }: { id: string }) => id)
  expect(await ids('date=2026-11-23')).toEqual([run.id])
  expect(await ids('date=2026-11-24')).toEqual([])
  expect(await ids('vehicle_id=van-1&status=approved')).toEqual([run.id])
  expect(await ids('status=draft')).toEqual([])
  const one = await t.ask('GET', path)
  expect(one.json.status).toBe('approved')
  expect(one.headers.etag).toBe(`"${one.json.version}"`)
})

test('results start a run, end it, and are counted once for one key', async () => {
  await using t = await openApi()
  const { path, report, stops } = await approvedRun(t)
  const key = { headers: { 'idempotency-key': 'phone-1' } }
  const emptied = { outcome: 'emptied', kg: 74, wet_kg: 2, at: '2026-11-23T12:30:00+01:00' }
  const first = await report(stops[0], emptied, key)
  expect(first.status).toBe(201)
  expect(first.json).toMatchObject({
    status: 'started',
    stops: [{ result: { outcome: 'emptied', kg: 74, at: '2026-11-23T11:30:00.000Z' } }, {}, {}],
  })
  const again = await report(stops[0], { ...emptied, kg: 99 }, key)
  expect(again).toMatchObject({ status: 200, json: first.json })
  const elsewhere = await report(stops[1], { outcome: 'blocked', note: 'a car' }, key)
  expect(elsewhere.json.stops[1].result).toMatchObject({ outcome: 'blocked', note: 'a car' })
  const last = await report(stops[2], { outcome: 'unloaded', destination: 'Leuven' })
  expect(last.json.status).toBe('done')
  expect((await t.ask('GET', path)).json).toEqual(last.json)
  const { json } = await t.ask('GET', '/api/v1/containers/a')
  expect(json.last_emptied_at).toBe('2026-11-23T11:30:00.000Z')
})

test('a result that cannot be is refused', async () => {
  await using t = await openApi()
  const { report, stops } = await approvedRun(t)
  for (const [stop, result] of [
    [stops[0], { outcome: 'unloaded' }],
    [stops[2], { outcome: 'emptied' }],
    [stops[0], { outcome: 'emptied', kg: -1 }],
    [stops[0], { outcome: 'emptied', kg: 5, wet_kg: 6 }],
    [stops[0], { outcome: 'eaten' }],
    [stops[0], {}],
  ] as const) {
    const { status, json } = await report(stop, result)
    expect({ result, status, code: json.code }).toEqual({
      result,
      status: 422,
      code: 'invalid_body',
    })
  }
  expect((await report('none', { outcome: 'emptied' })).json.code).toBe('not_found')
})

test('a result whose confirmation was lost is known by its key, whatever became of run and stop', async () => {
  await using t = await openApi()
  const { run, report, stops } = await approvedRun(t)
  const key = { headers: { 'idempotency-key': 'phone-1' } }
  const emptied = { outcome: 'emptied', kg: 74 }
  await report(stops[0], emptied, key)
  const change = async (change: (run: Run) => Run) => {
    const { plan, runs } = (await t.registry.plans.find(run.plan_id)) ?? expect.fail('no plan')
    await t.registry.plans.save({ plan, runs: runs.map(change) }, plan.version)
  }
  await change((one) => ({ ...one, status: 'cancelled' }))
  const again = await report(stops[0], emptied, key)
  expect(again).toMatchObject({ status: 200, json: { id: run.id, status: 'cancelled' } })
  expect((await report(stops[0], emptied)).json.code).toBe('conflict')
  await change((one) => ({ ...one, stops: one.stops.filter(({ id }) => id !== stops[0]) }))
  expect((await report(stops[0], emptied, key)).status).toBe(200)
})

test('a time ahead of the service’s is refused with the time that it is', async () => {
  await using t = await openApi()
  const { report, stops } = await approvedRun(t)
  const at = (ms: number) => new Date(NOON + ms).toISOString()
  const ahead = await report(stops[0], { outcome: 'emptied', at: at(11 * 60_000) })
  expect(ahead).toMatchObject({ status: 422, json: { code: 'time_ahead', now: at(0) } })
  expect((await report(stops[0], { outcome: 'emptied', at: at(9 * 60_000) })).status).toBe(201)
})

test('a phone that does not know the time loses no emptying: the result counts as of now', async () => {
  await using t = await openApi()
  const { run, report, stops } = await approvedRun(t)
  const emptied = (at: string) => report(stops[0], { outcome: 'emptied', at })
  const told = await emptied('1970-01-01T00:03:00Z')
  expect(told.json.stops[0].result.at).toBe(new Date(NOON).toISOString())
  const bin = await t.registry.containers.find(run.stops[0].container_id)
  expect(bin?.lastEmptiedAt).toBe(NOON)
  const early = new Date(Date.parse(run.departure) - 3_600_000).toISOString()
  expect((await emptied(early)).json.stops[0].result.at).toBe(early)
})

test('a run that nobody approved has no results', async () => {
  await using t = await openApi()
  await seed(t)
  const plan = (await t.ask('POST', '/api/v1/plans', { body: { date: '2026-11-23' } })).json
  const [run] = plan.runs
  const path = `/api/v1/runs/${run.id}/stops/${run.stops[0].id}/result`
  const { status, json } = await t.ask('POST', path, { body: { outcome: 'emptied' } })
  expect({ status, code: json.code }).toEqual({ status: 409, code: 'conflict' })
})

test('a run is pulled as GeoJSON, GPX and CSV', async () => {
  await using t = await openApi()
  const { run, path } = await approvedRun(t)
  const geojson = await t.ask('GET', `${path}.geojson`)
  expect(geojson.headers['content-type']).toContain('application/geo+json')
  expect(geojson.json.features.at(-1)).toMatchObject({
    geometry: { type: 'Point', coordinates: [4.72, 50.89] },
    properties: { kind: 'unload' },
  })
  const gpx = await t.ask('GET', `${path}.gpx`)
  expect(gpx.headers['content-type']).toBe('application/gpx+xml')
  expect(gpx.text).toMatch(/<gpx [^>]*version="1.1"/)
  const csv = await t.ask('GET', `${path}.csv`, { headers: { 'accept-language': 'de' } })
  expect(csv.headers['content-disposition']).toContain(`run-${run.id}.csv`)
  expect(csv.text.trimEnd().split('\r\n')).toHaveLength(4)
  expect(csv.text).toContain('Voll: 87')
  expect((await t.ask('GET', '/api/v1/runs/none.csv')).json.code).toBe('not_found')
})

test('a driver’s link opens that run alone, for results until 14 days after the shift', async () => {
  await using t = await openApi()
  const { run, path, report, stops } = await approvedRun(t)
  const { status, json } = await t.ask('POST', `${path}/link`)
  expect(status).toBe(201)
  expect(json.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/driver#/)
  expect(json.url.split('#')[1]).toBe(json.token)
  // The van's shift ends at 16:00 in Brussels.
  expect(json.expires_at).toBe('2026-12-07T15:00:00.000Z')

  const { token } = json
  expect((await t.ask('GET', path, { token })).json.id).toBe(run.id)
  expect((await t.ask('GET', `${path}.gpx`, { token })).status).toBe(200)
  expect((await t.ask('GET', '/api/v1/runs', { token })).json.items).toHaveLength(1)
  expect((await t.ask('GET', '/api/v1/session', { token })).json).toMatchObject({
    role: 'driver',
    run_id: run.id,
  })
  expect((await report(stops[0], { outcome: 'emptied' }, { token })).status).toBe(201)
  expect((await t.ask('GET', '/api/v1/runs/other', { token })).json.code).toBe('forbidden')
  expect((await t.ask('GET', '/api/v1/containers', { token })).json.code).toBe('forbidden')

  t.clock.now = NOON + 13 * DAY
  expect((await report(stops[1], { outcome: 'emptied' }, { token })).status).toBe(201)
  t.clock.now = NOON + 15 * DAY
  expect((await t.ask('GET', path, { token })).json.code).toBe('invalid_token')
})

/** What a link's token is told where it reads. */
const told = async (t: TestApi, path: string, token: string) => {
  const paths = [path, `${path}.gpx`, '/api/v1/runs', '/api/v1/stream']
  const answers = await Promise.all(paths.map((one) => t.ask('GET', one, { token })))
  return answers.map(({ status, json }) => `${status} ${json?.code}`)
}
const OVER = Array.from({ length: 4 }, () => '410 run_over')

test('a link shows nothing any more once its run is done, but still takes what comes late', async () => {
  await using t = await openApi()
  const { path, report, stops } = await approvedRun(t)
  const { token } = (await t.ask('POST', `${path}/link`)).json
  for (const stop of stops.slice(0, 2)) await report(stop, { outcome: 'emptied' }, { token })
  expect((await t.ask('GET', path, { token })).status).toBe(200)
  expect((await report(stops[2], { outcome: 'unloaded' }, { token })).json.status).toBe('done')
  expect(await told(t, path, token)).toEqual(OVER)
  expect((await t.ask('GET', '/api/v1/session', { token })).status).toBe(200)
  expect((await report(stops[0], { outcome: 'partly', kg: 40 }, { token })).status).toBe(201)
  expect((await t.ask('GET', path)).json.stops[0].result.kg).toBe(40)
  expect((await t.ask('POST', `${path}/link`)).json.code).toBe('conflict')
})

test('a link ends with its run when that is cancelled or planned no more', async () => {
  await using t = await openApi()
  const { run, path } = await approvedRun(t)
  const { token } = (await t.ask('POST', `${path}/link`)).json
  const { plan, runs } = (await t.registry.plans.find(run.plan_id)) ?? expect.fail('no plan')
  const cancelled = runs.map((one) => ({ ...one, status: 'cancelled' as const }))
  await t.registry.plans.save({ plan, runs: cancelled }, plan.version)
  expect(await told(t, path, token)).toEqual(OVER)
  await t.registry.plans.save({ plan, runs: [] }, plan.version + 1)
  expect(await told(t, path, token)).toEqual(OVER)
})

test('a link ends when the run is given from one driver to another', async () => {
  await using t = await openApi({
    planMaker: (registry, clock) => ({
      ...stubPlanMaker(registry, clock),
      async change(id, ops, version) {
        const { plan, runs } = (await registry.plans.find(id)) ?? expect.fail('no plan')
        const [op] = ops
        const driver = op?.op === 'assign_driver' ? op.driver : null
        await registry.plans.save({ plan, runs: runs.map((run) => ({ ...run, driver })) }, version)
        const planned = (await registry.plans.find(id)) ?? expect.fail('no plan')
        return { planned, delta: { cost: 0, distanceM: 0, durationS: 0 } }
      },
    }),
  })
  await seed(t)
  const plan = (await t.ask('POST', '/api/v1/plans', { body: { date: '2026-11-23' } })).json
  const path = `/api/v1/runs/${plan.runs[0].id}`
  const { token } = (await t.ask('POST', `${path}/link`)).json
  const assign = (driver: string) =>
    t.ask('PATCH', `/api/v1/plans/${plan.id}`, {
      body: { ops: [{ op: 'assign_driver', run_id: plan.runs[0].id, driver }] },
      headers: { 'if-match': '*' },
    })
  await assign('An')
  expect((await t.ask('GET', path, { token })).json.driver).toBe('An')
  await assign('Bo')
  expect((await t.ask('GET', path, { token })).json.code).toBe('invalid_token')
})

test('the link names the public address where there is one', async () => {
  await using t = await openApi({
    env: {
      BAKWACHT_ADMIN_TOKEN: 'admin-token-of-the-tests',
      BAKWACHT_PUBLIC_URL: 'https://bins.example.org/',
    },
  })
  const { path } = await approvedRun(t)
  const { json } = await t.ask('POST', `${path}/link`)
  expect(json.url).toMatch(/^https:\/\/bins\.example\.org\/driver#\S{20,}$/)
})

test('a driver is told the vehicle’s name and what to know of the places', async () => {
  await using t = await openApi()
  const { run, path, stops } = await approvedRun(t)
  const [vehicle] = (await t.ask('GET', '/api/v1/vehicles')).json.items
  expect((await t.ask('GET', `${path}/briefing`)).json).toEqual({
    vehicle_name: vehicle.name,
    notes: [],
  })
  const [{ container_id }] = run.stops
  const { last_emptied_at: _, ...container } = (
    await t.ask('GET', `/api/v1/containers/${container_id}`)
  ).json
  const note = 'behind the church'
  await t.ask('PUT', `/api/v1/containers/${container_id}`, { body: { ...container, note } })
  const token = await t.tokenFor('driver', run.id)
  const { json } = await t.ask('GET', `${path}/briefing`, { token })
  expect(json.notes).toEqual([{ stop_id: stops[0], note }])
  expect((await t.ask('GET', '/api/v1/runs/other/briefing')).status).toBe(404)
})
