import { expect, test } from 'vitest'
import { openApi, type TestApi } from '../api.fixture.ts'
import { seed } from '../fleet.fixture.ts'

const location = { type: 'Point', coordinates: [4.71, 50.88] }
const reasonOf = async (t: TestApi, path: string) => {
  const { status, json } = await t.ask('DELETE', `/api/v1/${path}`)
  if (status === 409) expect(json.text).toContain('still in use')
  return `${status} ${json?.code} ${json?.detail}`
}
const container = async (t: TestApi, id: string, change: object) => {
  const body = { id, name: id, location, capacity_l: 2500, ...change }
  return (await t.ask('PUT', `/api/v1/containers/${id}`, { body })).status
}

test('a depot goes out of use once no vehicle, container or coming run needs it, and comes back', async () => {
  await using t = await openApi()
  await seed(t, ['a'])
  const plan = (await t.ask('POST', '/api/v1/plans', { body: { date: '2026-11-23' } })).json
  const headers = { 'if-match': '"1"' }
  await t.ask('PATCH', `/api/v1/plans/${plan.id}`, { body: { ops: [{ op: 'approve' }] }, headers })
  const run = `run "${plan.runs[0].id}" on 2026-11-23`
  await container(t, 'own', { depot_id: 'leuven' })
  const inUse = '409 conflict depot "leuven" is in use by'
  expect(await reasonOf(t, 'depots/leuven')).toBe(
    `${inUse} vehicle "van-1", container "own", ${run}`,
  )
  await t.ask('DELETE', '/api/v1/vehicles/van-1')
  await t.ask('DELETE', '/api/v1/containers/own')
  expect(await reasonOf(t, 'depots/leuven')).toBe(`${inUse} ${run}`)
  const { json: depot } = await t.ask('GET', '/api/v1/depots/leuven')
  const retired = { body: { ...depot, active: false } }
  expect((await t.ask('PUT', '/api/v1/depots/leuven', retired)).status).toBe(409)

  t.clock.now += 86_400_000
  expect((await t.ask('DELETE', '/api/v1/depots/leuven')).status).toBe(204)
  expect((await t.ask('GET', '/api/v1/depots/leuven')).json).toEqual({ ...depot, active: false })
  expect(await container(t, 'new', { depot_id: 'leuven' })).toBe(422)
  expect(await container(t, 'own', { depot_id: 'leuven', active: false })).toBe(200)
  expect((await t.ask('PUT', '/api/v1/depots/leuven', { body: depot })).json).toEqual(depot)
  expect(await container(t, 'new', { depot_id: 'leuven' })).toBe(201)
  expect(await reasonOf(t, 'depots/nowhere')).toContain('404 not_found')
})

test('a site goes out of use once no container in use stands there', async () => {
  await using t = await openApi()
  await t.ask('POST', '/api/v1/sites', { body: { id: 'markt', name: 'Markt', location } })
  const ids = Array.from({ length: 7 }, (_, at) => `c${at}`)
  for (const id of ids) await container(t, id, { site_id: 'markt' })
  expect(await reasonOf(t, 'sites/markt')).toMatch(/is in use by container "c0", .* and 2 more$/)
  for (const id of ids) await t.ask('DELETE', `/api/v1/containers/${id}`)
  expect((await t.ask('DELETE', '/api/v1/sites/markt')).status).toBe(204)
  expect(await container(t, 'new', { site_id: 'markt' })).toBe(422)
})
