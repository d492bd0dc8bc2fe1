import { expect, test } from 'vitest'
import { ADMIN_TOKEN, openApi } from '../api.fixture.ts'
import { stubPlanMaker } from '../plan-maker.fixture.ts'
import { changedFields } from '../schemas/changed-fields.ts'

const PATH = '/api/v1/settings'

test('a trial names the bins and their reasons, and which changes two plans cannot show', async () => {
  await using t = await openApi()
  const location = { type: 'Point', coordinates: [4.7, 50.88] }
  await t.ask('POST', '/api/v1/containers', {
    body: { id: 'c1', name: 'Kerkplein', location, capacity_l: 2500 },
  })
  const { json: settings } = await t.ask('GET', PATH)
  const body = {
    settings: {
      ...settings,
      may_from_pct: 30,
      damp: { ...settings.damp, excess_hours: 9 },
      plan: { ...settings.plan, solve_seconds: 9 },
    },
  }
  const { status, json } = await t.ask('POST', `${PATH}/trial`, {
    body,
    headers: { 'accept-language': 'nl' },
  })
  expect(status).toBe(200)
  expect(json.before).toMatchObject({ bins: 1, distance_m: 8400, overflows: 1.2 })
  expect(json.comes_in).toMatchObject([
    { container_id: 'c1', name: 'Kerkplein', before: { text: expect.stringContaining('30') } },
  ])
  expect(json.not_seen).toEqual(['plan.solve_seconds'])
  expect((await t.ask('GET', PATH)).json).toEqual(settings)
})

test('a trial of wrong settings or a day gone by is refused, by the field', async () => {
  await using t = await openApi()
  const { json: settings } = await t.ask('GET', PATH)
  const wrong = await t.ask('POST', `${PATH}/trial`, {
    body: { settings: { ...settings, may_from_pct: 300 } },
  })
  expect(wrong.json.errors).toMatchObject([{ field: '/settings/may_from_pct' }])
  const past = await t.ask('POST', `${PATH}/trial`, { body: { settings, date: '2020-01-01' } })
  expect(past.json.errors).toMatchObject([{ field: '/date' }])
})

/** An API whose trials end when they are told to, or when nobody waits. */
async function openSlow() {
  const begun: AbortSignal[] = []
  let end = (): void => undefined
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  const t = await openApi({
    planMaker: (registry, clock) => {
      const stub = stubPlanMaker(registry, clock)
      return {
        ...stub,
        async trySettings(request, signal) {
          begun.push(signal ?? expect.fail('no signal'))
          await ended
          return stub.trySettings(request)
        },
      }
    },
  })
  const { json: settings } = await t.ask('GET', PATH)
  return { t, begun, end: () => end(), body: { settings } }
}

test('two trials at a time are taken, a third is asked to come again', async () => {
  const { t, begun, end, body } = await openSlow()
  await using _ = t
  const two = [1, 2].map(() => t.ask('POST', `${PATH}/trial`, { body }))
  await expect.poll(() => begun.length).toBe(2)
  const third = await t.ask('POST', `${PATH}/trial`, { body })
  expect(third).toMatchObject({ status: 429, json: { code: 'too_many' } })
  expect(third.headers['retry-after']).toBe('10')
  end()
  expect((await Promise.all(two)).map(({ status }) => status)).toEqual([200, 200])
  expect((await t.ask('POST', `${PATH}/trial`, { body })).status).toBe(200)
})

test('a trial whose asker goes away is ended, and makes room', async () => {
  const { t, begun, end, body } = await openSlow()
  await using _ = t
  await t.api.listen()
  const { port } = t.api.app.server.address() as { port: number }
  const leave = new AbortController()
  const asked = fetch(`http://127.0.0.1:${port}${PATH}/trial`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: leave.signal,
  })
  const other = t.ask('POST', `${PATH}/trial`, { body })
  await expect.poll(() => begun.length).toBe(2)
  leave.abort()
  await expect(asked).rejects.toThrow()
  await expect.poll(() => begun.some(({ aborted }) => aborted)).toBe(true)
  const third = t.ask('POST', `${PATH}/trial`, { body })
  await expect.poll(() => begun.length).toBe(3)
  end()
  expect([(await other).status, (await third).status]).toEqual([200, 200])
})

test('the defaults are what an untouched instance has', async () => {
  await using t = await openApi()
  const { json: defaults } = await t.ask('GET', `${PATH}/defaults`)
  const { json: current } = await t.ask('GET', PATH)
  expect(changedFields(defaults, current)).toEqual([])
})
