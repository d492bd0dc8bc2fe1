// What several people do to one thing at the same time.
import { state } from '@bakwacht/domain/fixture'
import { expect, test } from 'vitest'
import { type Answer, openApi, type TestApi } from '../api.fixture.ts'
import { applyState, bin, seed } from '../fleet.fixture.ts'

const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status).sort()
const times = <One>(count: number, ask: (at: number) => Promise<One>) =>
  Promise.all(Array.from({ length: count }, (_, at) => ask(at)))

test('of settings put on one version at once, one wins and the others are told', async () => {
  await using t = await openApi()
  const { json: settings } = await t.ask('GET', '/api/v1/settings')
  const answers = await times(5, (at) =>
    t.ask('PUT', '/api/v1/settings', { body: { ...settings, overflow_pct: 80 + at } }),
  )
  expect(statuses(answers)).toEqual([200, 412, 412, 412, 412])
  const won = answers.find(({ status }) => status === 200)
  expect((await t.ask('GET', '/api/v1/settings')).json).toEqual(won?.json)
  for (const { status, json } of answers)
    if (status === 412) expect(json).toMatchObject({ current_version: 2 })
})

test('of settings put without a version at once, each becomes one', async () => {
  await using t = await openApi()
  const { version: _, ...settings } = (await t.ask('GET', '/api/v1/settings')).json
  const answers = await times(4, () => t.ask('PUT', '/api/v1/settings', { body: settings }))
  expect(answers.map(({ json }) => json.version).sort()).toEqual([2, 3, 4, 5])
})

test('an id that several add at once is added by one', async () => {
  await using t = await openApi()
  await seed(t, [])
  for (const [path, more] of [
    ['containers', { capacity_l: 2200 }],
    ['sites', {}],
    ['devices', undefined],
  ] as const) {
    const answers = await times(5, (at) => {
      const named = { name: `Mine ${at}`, location: bin('x').location, ...more }
      return t.ask('POST', `/api/v1/${path}`, { body: { id: 'new', ...(more && named) } })
    })
    expect({ path, statuses: statuses(answers) }).toEqual({
      path,
      statuses: [201, 409, 409, 409, 409],
    })
    const refused = answers.find(({ status }) => status === 409)
    expect(refused?.json.code).toBe('already_exists')
    const { secret: _, ...won } = answers.find(({ status }) => status === 201)?.json ?? {}
    expect((await t.ask('GET', `/api/v1/${path}/new`)).json).toEqual(won)
  }
})

/** Approved runs of today over these containers. */
async function drivenRun(t: TestApi, ids: readonly string[]) {
  await seed(t, ids)
  const { json } = await t.ask('POST', '/api/v1/plans', { body: { date: '2026-11-23' } })
  const approve = { body: { ops: [{ op: 'approve' }] }, headers: { 'if-match': '"1"' } }
  await t.ask('PATCH', `/api/v1/plans/${json.id}`, approve)
  const run = json.runs[0]
  const stopOf = (id: string) =>
    run.stops.find((stop: { container_id: string }) => stop.container_id === id).id
  const emptied = (id: string, headers = {}) =>
    t.ask('POST', `/api/v1/runs/${run.id}/stops/${stopOf(id)}/result`, {
      body: { outcome: 'emptied', at: '2026-11-23T11:30:00Z' },
      headers,
    })
  return { emptied, plan: json }
}

test('an emptying that is reported while its container is edited or imported is not lost', async () => {
  await using t = await openApi()
  const ids = ['a', 'b', 'c', 'd', 'e', 'f']
  const { emptied } = await drivenRun(t, ids)
  const csv = ['id,fill_threshold_pct', ...ids.map((id) => `${id},55`)].join('\n')
  await Promise.all([
    ...ids.map((id) =>
      t.ask('PUT', `/api/v1/containers/${id}`, { body: bin(id, { service_min: 9 }) }),
    ),
    t.ask('POST', '/api/v1/containers/import', { raw: { type: 'text/csv', text: csv } }),
    ...ids.map((id) => emptied(id)),
    t.ask('POST', '/api/v1/containers/import', { raw: { type: 'text/csv', text: csv } }),
    t.ask('DELETE', '/api/v1/containers/f'),
  ])
  for (const id of ids)
    expect((await t.ask('GET', `/api/v1/containers/${id}`)).json).toMatchObject({
      id,
      last_emptied_at: '2026-11-23T11:30:00.000Z',
      service_min: 9,
    })
})

test('a file that is older than an emptying does not undo it', async () => {
  await using t = await openApi()
  const { emptied } = await drivenRun(t, ['a', 'b'])
  await emptied('a')
  const csv = [
    'id,last_emptied_at,service_min',
    'a,2026-11-20T08:00:00Z,8',
    'b,2026-11-20T08:00:00Z,8',
  ].join('\n')
  const send = () =>
    t.ask('POST', '/api/v1/containers/import', { raw: { type: 'text/csv', text: csv } })
  expect((await send()).json).toMatchObject({ updated: 2 })
  const read = async (id: string) => (await t.ask('GET', `/api/v1/containers/${id}`)).json
  expect(await read('a')).toMatchObject({
    last_emptied_at: '2026-11-23T11:30:00.000Z',
    service_min: 8,
  })
  expect(await read('b')).toMatchObject({ last_emptied_at: '2026-11-20T08:00:00.000Z' })
  expect((await send()).json).toMatchObject({ updated: 0, unchanged: 2 })
})

test('a result that a phone sends twice at once is stored once', async () => {
  await using t = await openApi()
  const { emptied } = await drivenRun(t, ['a', 'b'])
  const answers = await times(4, () => emptied('a', { 'idempotency-key': 'phone' }))
  expect(statuses(answers)).toEqual([200, 200, 200, 201])
})

test('of changes to one version of a plan at once, one is made', async () => {
  await using t = await openApi()
  await seed(t)
  const { json } = await t.ask('POST', '/api/v1/plans', { body: { date: '2026-11-24' } })
  const approve = { body: { ops: [{ op: 'approve' }] }, headers: { 'if-match': '"1"' } }
  const answers = await times(4, () => t.ask('PATCH', `/api/v1/plans/${json.id}`, approve))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  for (const { status, json: problem } of answers)
    if (status !== 200) expect(problem.current_version).toBe(2)
  expect((await t.ask('GET', `/api/v1/plans/${json.id}`)).json.version).toBe(2)
})

test('an alert that several acknowledge at once is acknowledged by the first', async () => {
  await using t = await openApi()
  await seed(t)
  const full = { kind: 'full', raisedAt: t.clock.now, clearedAt: null, evidence: {} } as const
  await applyState(t, state('bin-1', { pct: 90 }), [full])
  const [alert] = (await t.ask('GET', '/api/v1/alerts')).json.items
  const tokens = await times(3, (at) => t.tokenFor(at === 0 ? 'planner' : 'admin'))
  const answers = await times(3, (at) =>
    t.ask('POST', `/api/v1/alerts/${alert.id}/ack`, { token: tokens[at] ?? null }),
  )
  expect(new Set(answers.map(({ json }) => json.acked_by)).size).toBe(1)
})
