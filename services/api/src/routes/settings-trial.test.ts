import { expect, test } from 'vitest'
import { openApi } from '../api.fixture.ts'
import { changedFields } from '../schemas/changed-fields.ts'

const PATH = '/api/v1/settings'

test('a trial names the bins and their reasons, and which changes no plan can show yet', async () => {
  await using t = await openApi()
  const location = { type: 'Point', coordinates: [4.7, 50.88] }
  await t.ask('POST', '/api/v1/containers', {
    body: { id: 'c1', name: 'Kerkplein', location, capacity_l: 2500 },
  })
  const { json: settings } = await t.ask('GET', PATH)
  const body = {
    settings: { ...settings, may_from_pct: 30, damp: { ...settings.damp, excess_hours: 9 } },
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
  expect(json.not_seen).toEqual(['damp.excess_hours'])
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

test('the defaults are what an untouched instance has', async () => {
  await using t = await openApi()
  const { json: defaults } = await t.ask('GET', `${PATH}/defaults`)
  const { json: current } = await t.ask('GET', PATH)
  expect(changedFields(defaults, current)).toEqual([])
})
