import { NOON, state } from '@bakwacht/domain/fixture'
import { expect, test } from 'vitest'
import { openApi } from '../api.fixture.ts'
import { applyState, seed } from '../fleet.fixture.ts'

const HOUR = 3_600_000
const full = {
  kind: 'full',
  raisedAt: NOON - HOUR,
  clearedAt: null,
  evidence: { fill_pct: 87, at: NOON - HOUR },
} as const

test('a state says what is known, why, which alerts are open, and the same in words', async () => {
  await using t = await openApi()
  await seed(t)
  await applyState(t, state('bin-1', { pct: 87 }), [full])
  const { status, json } = await t.ask('GET', '/api/v1/containers/bin-1/state')
  expect(status).toBe(200)
  expect(json).toMatchObject({
    container_id: 'bin-1',
    mark: 'must',
    evaluated_at: '2026-11-23T12:00:00.000Z',
    fill: { source: 'sensor', pct: 87, full: true, evidence: { fill_pct: 87 } },
    damp: { level: 'dry', hours_above_75: 0 },
    health: { trustworthy: true, silent_since: null },
    latest: { temp_c: 8.4 },
    alerts: [{ kind: 'full', status: 'open', severity: 'warning' }],
  })
  expect(json.sentences).toEqual([
    json.alerts[0].text,
    '87 % full on Monday 23 November at 12:00.',
    'About Tuesday 24 November at 13:00 it will be full.',
    'Last reading: Monday 23 November at 12:00.',
  ])
})

test('it speaks the language that is asked for, English where it has none of them', async () => {
  await using t = await openApi()
  await seed(t)
  await applyState(t, state('bin-1', { pct: 87 }), [full])
  const last = async (language: string) => {
    const headers = { 'accept-language': language }
    return (await t.ask('GET', '/api/v1/containers/bin-1/state', { headers })).json.sentences.at(-1)
  }
  expect(await last('nl-BE,nl;q=0.9,en;q=0.8')).toMatch(/^Laatste meting: maandag 23 november/)
  expect(await last('pl, de;q=0.5, fr;q=0.7')).toMatch(/^Dernière mesure : lundi 23 novembre/)
  expect(await last('de-AT')).toMatch(/^Letzte Messung: Montag, 23\. November/)
  expect(await last('pl')).toMatch(/^Last reading/)
  expect(await last(';;q=,,')).toMatch(/^Last reading/)
})

test('of a container that no reading has come from, nothing is claimed', async () => {
  await using t = await openApi()
  await seed(t)
  const { json } = await t.ask('GET', '/api/v1/containers/bin-1/state')
  expect(json).toMatchObject({ mark: 'unknown', fill: null, damp: null, health: null, alerts: [] })
  expect(json.sentences).toEqual(['Nothing is known yet.'])
  expect((await t.ask('GET', '/api/v1/containers/bin-2/state')).json.code).toBe('not_found')
})

test('alerts are listed, open ones alone on request, and acknowledged once', async () => {
  await using t = await openApi()
  await seed(t, ['bin-1', 'bin-2'])
  await applyState(t, state('bin-1', { pct: 87 }), [full])
  const over = { ...full, kind: 'battery_low', clearedAt: NOON - 1000 } as const
  await applyState(t, state('bin-2', { pct: 10 }), [over])
  const list = async (query: string) =>
    (await t.ask('GET', `/api/v1/alerts?${query}`)).json.items.map(
      (one: { kind: string }) => one.kind,
    )
  expect((await list('')).sort()).toEqual(['battery_low', 'full'])
  expect(await list('open=true')).toEqual(['full'])
  expect(await list('open=false')).toEqual(['battery_low'])
  expect(await list('container_id=bin-2')).toEqual(['battery_low'])

  const [alert] = (await t.ask('GET', '/api/v1/alerts?open=true')).json.items
  const acked = await t.ask('POST', `/api/v1/alerts/${alert.id}/ack`)
  expect(acked.json).toMatchObject({ acked_by: 'admin', acked_at: '2026-11-23T12:00:00.000Z' })
  t.clock.now = NOON + HOUR
  const planner = await t.tokenFor('planner')
  const again = await t.ask('POST', `/api/v1/alerts/${alert.id}/ack`, { token: planner })
  expect(again.json).toEqual(acked.json)
  expect((await t.ask('POST', '/api/v1/alerts/nothing/ack')).status).toBe(404)
})
