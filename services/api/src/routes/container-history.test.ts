import { DAY_MS, emptyDay, HOUR_MS, packDay, setHour } from '@bakwacht/domain'
import { NOON, state } from '@bakwacht/domain/fixture'
import { expect, test } from 'vitest'
import { openApi, type TestApi } from '../api.fixture.ts'
import { applyState, seed } from '../fleet.fixture.ts'

const PATH = '/api/v1/containers/bin-1/history'
const at = (ms: number) => new Date(ms).toISOString()
const none = Number.NaN
const unknown = { ratePctPerDay: none, inflowVariance: none, absHumidityGPerM3: 11.2 }

/** Today from midnight to ten: filling until six, when it was seen to be emptied. */
async function aMorning(t: TestApi): Promise<void> {
  await seed(t)
  const midnight = NOON - (NOON % DAY_MS)
  const day = emptyDay()
  for (let hour = 0; hour < 10; hour++)
    setHour(day, hour, {
      tempC: 20,
      rhPct: 65,
      fillPct: hour < 6 ? 80 + hour : hour - 6,
      fillSdPct: 3,
      mouldIndex: hour < 6 ? 0.25 : 0,
      emptiedMinute: hour === 6 ? 20 : none,
      ...unknown,
    })
  const days = [{ containerId: 'bin-1', day: midnight / DAY_MS, hours: packDay(day) }]
  await t.registry.folds.save([
    { containerId: 'bin-1', replacesFrom: 0, keepFrom: 0, checkpoints: [], days },
  ])
}

test('a history tells hour by hour what was believed, and nothing where nothing was', async () => {
  await using t = await openApi()
  await aMorning(t)
  const from = NOON - 12 * HOUR_MS
  const { status, json } = await t.ask('GET', `${PATH}?from=${at(from + 5000)}`)
  expect(status).toBe(200)
  expect(json).toMatchObject({ from: at(from), step_s: 3600, kept_from: at(NOON - 60 * DAY_MS) })
  const { hours } = json
  expect(hours.fill_pct).toEqual([80, 81, 82, 83, 84, 85, 0, 1, 2, 3, null, null])
  expect(hours.mould_index.slice(5, 7)).toEqual([0.25, 0])
  expect([hours.temp_c[0], hours.rh_pct[0], hours.dew_point_c[0]]).toEqual([20, 65, 13.2])
  expect(hours.abs_humidity_g_per_m3[0]).toBe(11.2)
  expect(new Set(Object.values<unknown[]>(hours).map(({ length }) => length))).toEqual(
    new Set([12]),
  )
})

test('emptyings are told once, however many ways they are known', async () => {
  await using t = await openApi()
  await aMorning(t)
  const seenAt = NOON - HOUR_MS * 5.5
  const before = {
    beforePct: 60,
    afterPct: 2,
    partial: false,
    confidence: 0.9,
    by: 'signal',
  } as const
  const older = { ...before, at: NOON - 3 * DAY_MS, knownAt: NOON - 3 * DAY_MS }
  const now = { ...older, at: seenAt, knownAt: seenAt }
  const told = async () => (await t.ask('GET', PATH)).json.emptied
  expect(await told()).toEqual([
    {
      at: at(NOON - 12 * HOUR_MS + 6 * HOUR_MS + 20 * 60_000),
      before_pct: 85,
      after_pct: 0,
      partial: false,
      confidence: null,
      by: 'signal',
      kg: null,
    },
  ])
  await applyState(t, { ...state('bin-1', {}), emptyings: [older, now] })
  expect(await told()).toMatchObject([
    { at: at(older.at), before_pct: 60, confidence: 0.9 },
    { at: at(seenAt), before_pct: 60, after_pct: 2 },
  ])
})

test('a span that is no span, or too long, is refused', async () => {
  await using t = await openApi()
  await seed(t)
  for (const query of [`from=${at(NOON)}`, `from=${at(NOON - 93 * DAY_MS)}`]) {
    const { status, json } = await t.ask('GET', `${PATH}?${query}`)
    expect({ status, code: json.code }).toEqual({ status: 400, code: 'invalid_request' })
  }
  expect((await t.ask('GET', '/api/v1/containers/no/history')).json.code).toBe('not_found')
})

test('the devices that sat in a container are told with their times', async () => {
  await using t = await openApi()
  await seed(t, ['bin-1', 'bin-2'])
  await t.ask('POST', '/api/v1/devices', { body: { id: 'a' } })
  const seat = { deviceId: 'a', containerId: 'bin-1', from: NOON - DAY_MS }
  await t.registry.devices.assign(seat)
  await t.registry.devices.assign({ ...seat, containerId: 'bin-2', from: NOON })
  const { json } = await t.ask('GET', '/api/v1/containers/bin-1/devices')
  expect(json.items).toEqual([
    { device_id: 'a', container_id: 'bin-1', from: at(NOON - DAY_MS), to: at(NOON) },
  ])
})
