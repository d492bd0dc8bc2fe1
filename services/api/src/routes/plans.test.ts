import { silentLog } from '@bakwacht/runtime'
import { expect, test } from 'vitest'
import { openApi } from '../api.fixture.ts'
import { seed } from '../fleet.fixture.ts'
import { stubPlanMaker } from '../plan-maker.fixture.ts'

const PATH = '/api/v1/plans'
const TOMORROW = { date: '2026-11-24' }

test('a plan is made with its runs, reasons in words, and totals', async () => {
  await using t = await openApi()
  await seed(t, ['a', 'b'])
  const { status, headers, json } = await t.ask('POST', PATH, { body: TOMORROW })
  expect(status).toBe(201)
  expect(headers).toMatchObject({ location: `/api/v1/plans/${json.id}`, etag: '"1"' })
  expect(json).toMatchObject({
    version: 1,
    date: '2026-11-24',
    depot_id: null,
    status: 'draft',
    totals: { distance_m: 8400, kg: 75 },
    not_collected: [{ container_id: 'left-out', reason: { code: 'not_full' } }],
  })
  expect(json.runs[0].stops).toMatchObject([
    { seq: 1, kind: 'container', container_id: 'a', reason: { code: 'full', text: 'Full: 87 %.' } },
    { seq: 2, container_id: 'b', arrival: '2026-11-24T07:20:00.000Z' },
    { seq: 3, kind: 'unload', container_id: null, reason: { code: 'unload' } },
  ])
  const dutch = await t.ask('GET', `${PATH}/${json.id}`, { headers: { 'accept-language': 'nl' } })
  expect(dutch.json.runs[0].stops[0].reason.text).toBe('Vol: 87 %.')
  expect((await t.ask('GET', `${PATH}?date=2026-11-24`)).json.items).toEqual([json])
  expect((await t.ask('GET', `${PATH}?date=2026-11-25`)).json.items).toEqual([])
})

test('made again, it keeps its id and has the next version', async () => {
  await using t = await openApi()
  await seed(t)
  const first = await t.ask('POST', PATH, { body: TOMORROW })
  const second = await t.ask('POST', PATH, { body: TOMORROW })
  expect(second.json).toMatchObject({ id: first.json.id, version: 2 })
})

test('one Idempotency-Key makes one plan, also when both ask at the same time', async () => {
  await using t = await openApi()
  await seed(t)
  const headers = { 'idempotency-key': 'morning' }
  const ask = () => t.ask('POST', PATH, { body: TOMORROW, headers })
  const both = await Promise.all([ask(), ask()])
  expect(both.map(({ status, json }) => [status, json.version])).toEqual([
    [201, 1],
    [201, 1],
  ])
  expect((await ask()).json.version).toBe(1)
  const other = await t.ask('POST', PATH, { body: { date: '2026-11-25' }, headers })
  expect(other).toMatchObject({ status: 422, json: { code: 'idempotency_key_reused' } })
  const odd = await t.ask('POST', PATH, { body: TOMORROW, headers: { 'idempotency-key': 'a b' } })
  expect(odd.json.code).toBe('invalid_request')
})

test('a past date, a wrong one and an unknown depot are refused', async () => {
  await using t = await openApi()
  await seed(t)
  for (const [body, field] of [
    [{ date: '2026-11-22' }, '/date'],
    [{ date: '2026-02-30' }, '/date'],
    [{ date: 'tomorrow' }, '/date'],
    [{ ...TOMORROW, depot_id: 'nowhere' }, '/depot_id'],
    [{}, '/date'],
  ] as const) {
    const { status, json } = await t.ask('POST', PATH, { body })
    expect({ body, status, field: json.errors[0].field }).toEqual({ body, status: 422, field })
  }
  expect((await t.ask('POST', PATH, { body: { date: '2026-11-23' } })).status).toBe(201)
})

test('asked not to wait, it answers 202 with a plan that is being made, and makes it', async () => {
  const gate = Promise.withResolvers<void>()
  await using t = await openApi({
    planMaker: (registry, clock) => {
      const stub = stubPlanMaker(registry, clock)
      return { ...stub, make: async (request) => gate.promise.then(() => stub.make(request)) }
    },
  })
  await seed(t)
  const headers = { prefer: 'respond-async', 'idempotency-key': 'k' }
  const { status, json, headers: answered } = await t.ask('POST', PATH, { body: TOMORROW, headers })
  expect(status).toBe(202)
  expect(json).toMatchObject({ status: 'planning', version: 1, runs: [] })
  expect(answered).toMatchObject({ 'preference-applied': 'respond-async' })
  const location = String(answered.location)
  expect((await t.ask('GET', location)).json.status).toBe('planning')
  expect((await t.ask('POST', PATH, { body: TOMORROW, headers })).json.id).toBe(json.id)
  gate.resolve()
  await expect.poll(async () => (await t.ask('GET', location)).json.status).toBe('draft')
  expect((await t.ask('GET', location)).json).toMatchObject({ id: json.id, version: 2 })
})

test('a plan that cannot be made stands there as failed, with why', async () => {
  const told: string[] = []
  await using t = await openApi({
    log: Object.assign(Object.create(silentLog), {
      error: (_: object, message: string) => told.push(message),
    }),
    planMaker: (registry, clock) => ({
      ...stubPlanMaker(registry, clock),
      make: async () => {
        throw Object.assign(new Error('no vehicle is there'), { code: 'PLAN_FAILED' })
      },
    }),
  })
  const headers = { prefer: 'respond-async' }
  const { json } = await t.ask('POST', PATH, { body: TOMORROW, headers })
  await expect
    .poll(async () => (await t.ask('GET', `${PATH}/${json.id}`)).json)
    .toMatchObject({ status: 'failed', message: 'no vehicle is there' })
  // Who makes plans has logged it.
  expect(told).toEqual([])
  const waited = await t.ask('POST', PATH, { body: TOMORROW })
  expect(waited).toMatchObject({
    status: 500,
    json: { code: 'plan_failed', detail: 'no vehicle is there' },
  })
})

test.each(['SOLVER_STOPPED', 'ROADS_STOPPED', 'STOPPED_WAITING'])(
  'a plan that was asked for while all stops (%s) is left to be made at the next start',
  async (code) => {
    await using t = await openApi({
      planMaker: (registry, clock) => ({
        ...stubPlanMaker(registry, clock),
        make: async () => {
          throw Object.assign(new Error('stopped'), { code })
        },
      }),
    })
    const waited = await t.ask('POST', PATH, { body: TOMORROW })
    expect(waited).toMatchObject({ status: 503, json: { code: 'unavailable' } })
    const headers = { prefer: 'respond-async' }
    const { json } = await t.ask('POST', PATH, { body: TOMORROW, headers })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect((await t.ask('GET', `${PATH}/${json.id}`)).json.status).toBe('planning')
  },
)

test('a change needs the version that was read', async () => {
  await using t = await openApi()
  await seed(t)
  const { id } = (await t.ask('POST', PATH, { body: TOMORROW })).json
  const approve = (headers: Record<string, string>, query = '') =>
    t.ask('PATCH', `${PATH}/${id}${query}`, { body: { ops: [{ op: 'approve' }] }, headers })
  expect(await approve({})).toMatchObject({
    status: 428,
    json: { code: 'precondition_required', current_version: 1 },
  })
  expect(await approve({ 'if-match': '"7"' })).toMatchObject({
    status: 412,
    json: { code: 'precondition_failed', current_version: 1 },
  })
  expect((await approve({ 'if-match': 'abc' })).json.code).toBe('invalid_request')

  const dry = await approve({ 'if-match': '"1"' }, '?dry_run=true')
  expect(dry).toMatchObject({
    status: 200,
    json: { dry_run: true, delta: { cost: 9, distance_m: 6200, duration_s: 840 } },
  })
  expect((await t.ask('GET', `${PATH}/${id}`)).json).toMatchObject({ version: 1, status: 'draft' })

  const done = await approve({ 'if-match': '"1"' })
  expect(done.json).toMatchObject({ dry_run: false, version: 2, status: 'approved' })
  expect(done.headers.etag).toBe('"2"')
  expect((await approve({ 'if-match': '*' })).json.version).toBe(3)
})

test('a change that comes in between is a conflict that names the version', async () => {
  await using t = await openApi({
    planMaker: (registry, clock) => {
      const stub = stubPlanMaker(registry, clock)
      return {
        ...stub,
        change: async (id, ops, version, dryRun) => {
          await stub.change(id, [{ op: 'approve' }], version, false)
          return stub.change(id, ops, version, dryRun)
        },
      }
    },
  })
  await seed(t)
  const { id } = (await t.ask('POST', PATH, { body: TOMORROW })).json
  const body = { ops: [{ op: 'approve' }] }
  const answer = await t.ask('PATCH', `${PATH}/${id}`, { body, headers: { 'if-match': '"1"' } })
  expect(answer).toMatchObject({
    status: 409,
    json: { code: 'version_conflict', current_version: 2 },
  })
})

test('an op that cannot be done, or that there is not, is refused with the reason', async () => {
  await using t = await openApi()
  await seed(t)
  const { id } = (await t.ask('POST', PATH, { body: TOMORROW })).json
  const change = (ops: unknown) =>
    t.ask('PATCH', `${PATH}/${id}`, { body: { ops }, headers: { 'if-match': '"1"' } })
  expect(await change([{ op: 'drop', stop_id: 's1' }])).toMatchObject({
    status: 422,
    json: {
      code: 'plan_op_refused',
      op: 'drop',
      detail: 'cannot drop: the plan is being made',
      text: 'the plan is being made',
    },
  })
  const dutch = await t.ask('PATCH', `${PATH}/${id}`, {
    body: { ops: [{ op: 'drop', stop_id: 's1' }] },
    headers: { 'if-match': '"1"', 'accept-language': 'nl' },
  })
  expect(dutch.json.text).toBe('het plan wordt gemaakt')
  for (const ops of [
    [],
    [{ op: 'explode' }],
    [{ op: 'move', stop_id: 's1' }],
    [{ op: 'lock', stop_id: 's1', lock: 'tight' }],
    [{ op: 'approve', run_ids: [] }],
    'approve',
  ]) {
    const { status, json } = await change(ops)
    expect({ ops, status, code: json.code }).toEqual({ ops, status: 422, code: 'invalid_body' })
  }
  expect((await change([{ op: 'explode' }])).json.errors).toEqual([
    {
      in: 'body',
      field: '/ops/0/op',
      got: '"explode"',
      wanted: expect.stringMatching(/^one of "approve", .*"restore"$/),
    },
  ])
  expect((await t.ask('GET', `${PATH}/${id}`)).json.version).toBe(1)
  const missing = await t.ask('PATCH', `${PATH}/none`, { body: { ops: [{ op: 'approve' }] } })
  expect(missing.status).toBe(404)
})
