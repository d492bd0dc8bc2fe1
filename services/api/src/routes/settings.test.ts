import { settingsDefaults } from '@bakwacht/domain'
import { expect, test } from 'vitest'
import { openApi } from '../api.fixture.ts'
import { newSettingsSchema, settingsFromWire, settingsToWire } from '../schemas/settings.ts'

test('settings keep every value on their way out and in', () => {
  const wire = newSettingsSchema.parse(settingsToWire(settingsDefaults))
  expect({ ...settingsFromWire(wire), version: settingsDefaults.version }).toEqual(settingsDefaults)
})

test('settings are put as a new version, all of them at once', async () => {
  await using t = await openApi()
  const { json, headers } = await t.ask('GET', '/api/v1/settings')
  expect(headers.etag).toBe('"1"')
  const put = await t.ask('PUT', '/api/v1/settings', { body: { ...json, overflow_pct: 90 } })
  expect(put).toMatchObject({ status: 200, json: { version: 2, overflow_pct: 90 } })
  expect((await t.ask('GET', '/api/v1/settings')).json).toEqual(put.json)
})

test('settings that somebody else changed meanwhile are not overwritten', async () => {
  await using t = await openApi()
  const { json } = await t.ask('GET', '/api/v1/settings')
  const put = (body: unknown, headers = {}) => t.ask('PUT', '/api/v1/settings', { body, headers })
  await put(json)
  expect(await put(json)).toMatchObject({
    status: 412,
    json: { code: 'precondition_failed', current_version: 2 },
  })
  const { version: _, ...unversioned } = json
  expect((await put(unversioned, { 'if-match': '"1"' })).status).toBe(412)
  expect((await put(unversioned)).json.version).toBe(3)
})

test('a part of the settings is not enough, and unknown ones are named', async () => {
  await using t = await openApi()
  const { json } = await t.ask('GET', '/api/v1/settings')
  const { money: _, ...rest } = json
  const { status, json: problem } = await t.ask('PUT', '/api/v1/settings', {
    body: { ...rest, fire: { ...json.fire, temp_f: 150 } },
  })
  expect(status).toBe(422)
  expect(problem.errors).toEqual([
    {
      in: 'body',
      field: '/fire/temp_f',
      got: 'a field that is unknown here',
      wanted: 'known fields only',
    },
    { in: 'body', field: '/money', got: 'nothing', wanted: 'an object' },
  ])
})

test('of two who change the same calendar, the second is told that it has changed', async () => {
  await using t = await openApi()
  const { json, headers } = await t.ask('GET', '/api/v1/calendar')
  const put = (working_days: number[]) =>
    t.ask('PUT', '/api/v1/calendar', {
      body: { ...json, working_days },
      headers: { 'if-match': String(headers.etag) },
    })
  const both = await Promise.all([put([1, 2]), put([3, 4])])
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412])
  const won = both.find(({ status }) => status === 200)
  const now = await t.ask('GET', '/api/v1/calendar')
  expect(now.json).toEqual(won?.json)
  expect(now.headers.etag).toBe(won?.headers.etag)
})

test('the calendar is replaced whole', async () => {
  await using t = await openApi()
  const calendar = {
    closed: [{ date: '2026-12-25', depot_id: null, name: 'Christmas' }],
    working_days: [1, 2, 3, 4, 5],
    driver_absence: [{ driver: 'Noor', from: '2026-11-23', to: '2026-11-27' }],
  }
  expect((await t.ask('GET', '/api/v1/calendar')).json.working_days).toEqual([1, 2, 3, 4, 5, 6])
  expect((await t.ask('PUT', '/api/v1/calendar', { body: calendar })).json).toEqual(calendar)
  expect((await t.ask('GET', '/api/v1/calendar')).json).toEqual(calendar)
  const wrong = { ...calendar, closed: [{ date: '2026-12-25', depot_id: 'nowhere' }] }
  const { json } = await t.ask('PUT', '/api/v1/calendar', { body: wrong })
  expect(json.errors[0].field).toBe('/closed/0/depot_id')
})

test('tokens are issued with a secret that is shown once, listed without it, and revoked', async () => {
  await using t = await openApi()
  const body = { name: 'Grafana', role: 'viewer', expires_at: '2027-01-01T00:00:00Z' }
  const { status, json } = await t.ask('POST', '/api/v1/tokens', { body })
  expect(status).toBe(201)
  const { secret: token, ...listed } = json
  expect((await t.ask('GET', '/api/v1/tokens')).json.items).toEqual([listed])
  expect((await t.ask('GET', '/api/v1/containers', { token })).status).toBe(200)
  expect((await t.ask('DELETE', `/api/v1/tokens/${json.id}`)).status).toBe(204)
  expect((await t.ask('GET', '/api/v1/containers', { token })).status).toBe(401)
  expect((await t.ask('DELETE', `/api/v1/tokens/${json.id}`)).status).toBe(404)
  const bound = { name: 'x', role: 'viewer', run_id: 'r1' }
  expect((await t.ask('POST', '/api/v1/tokens', { body: bound })).json.errors[0].field).toBe(
    '/run_id',
  )
  const over = { ...body, expires_at: '2026-11-23T12:00:00Z' }
  expect((await t.ask('POST', '/api/v1/tokens', { body: over })).json).toMatchObject({
    code: 'invalid_body',
    errors: [{ field: '/expires_at', got: '2026-11-23T12:00:00.000Z' }],
  })
  const lost = { name: 'x', role: 'driver', run_id: 'r1' }
  expect((await t.ask('POST', '/api/v1/tokens', { body: lost })).json.code).toBe(
    'unknown_reference',
  )
})
