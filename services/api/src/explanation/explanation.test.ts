import { NOON, plan, run, state, stop } from '@bakwacht/domain/fixture'
import { putDensities } from '@bakwacht/registry'
import { expect, test } from 'vitest'
import { openApi, type TestApi } from '../api.fixture.ts'
import { add, applyState, bin, reading, seed } from '../fleet.fixture.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const PATH = '/api/v1/containers/bin-1/state'

interface Said {
  readonly code: string
  readonly text: string
  readonly evidence: Readonly<Record<string, unknown>>
  readonly readings: readonly string[]
}

async function explanationOf(t: TestApi, language = 'en', path = PATH): Promise<readonly Said[]> {
  const { status, json } = await t.ask('GET', path, { headers: { 'accept-language': language } })
  expect(status).toBe(200)
  return json.explanation
}

const saidOf = (explanation: readonly Said[], code: string): Said => {
  const said = explanation.find((one) => one.code === code)
  if (said === undefined) throw new Error(`nothing is said of ${code}`)
  return said
}

/** A container with a device that has measured, at NOON − 1 h last. */
async function measured(t: TestApi) {
  await seed(t)
  const from = new Date(NOON - 9 * DAY).toISOString()
  await add(t, 'devices', { id: 'dev-1' })
  await t.ask('POST', '/api/v1/devices/dev-1/assignments', {
    body: { container_id: 'bin-1', from },
  })
  await t.telemetry.commit([
    reading('dev-1', NOON - 4 * HOUR, 900),
    reading('dev-1', NOON - 3 * HOUR, 850),
    noEcho('dev-1', NOON - 2 * HOUR),
    reading('dev-1', NOON - HOUR, 812),
    reading('dev-1', NOON - HOUR / 2, 240),
  ])
  const known = state('bin-1', { pct: 62, lastReadingAt: NOON - HOUR / 2 })
  await applyState(t, known)
  return known
}

function noEcho(deviceId: string, observedAt: number) {
  const given = reading(deviceId, observedAt, 0)
  return { ...given, reading: { ...given.reading, distanceMm: null, flags: 1 } }
}

test('a state says why, with the readings behind it and those that do not count', async () => {
  await using t = await openApi()
  await measured(t)
  const { json } = await t.ask('GET', PATH)
  const level = saidOf(json.explanation, 'level')
  expect(level.text).toBe(
    '62 % full, measured on Monday 23 November at 12:00: 812 mm from the sensor down to the textile.',
  )
  expect(level.evidence).toMatchObject({ pct: 62, distance_mm: 812 })
  const times = json.readings.map(({ ts }: { ts: string }) => ts)
  expect(level.readings).toEqual(times)
  expect(json.readings).toMatchObject([
    { distance_mm: 900, counts: true, doubt: null },
    { distance_mm: 850, counts: true },
    { distance_mm: null, counts: false, doubt: { code: 'no_echo', text: 'no echo' } },
    { distance_mm: 812, counts: true },
    { distance_mm: 240, counts: false, doubt: { code: 'unconfirmed' } },
  ])
})

test.each([
  ['nl', /^62 % vol, gemeten op maandag 23 november/, /^Nu gepland voor maandag 23 november/],
  ['fr', /^Rempli à 62 %, mesuré le lundi 23 novembre/, /^Planifié maintenant pour le lundi/],
  ['de', /^62 % voll, gemessen: Montag, 23. November/, /^Jetzt geplant für Montag, 23. November/],
  ['en', /^62 % full, measured on Monday 23 November/, /^Planned now for Monday 23 November/],
])('it explains itself in %s', async (language, level, would) => {
  await using t = await openApi()
  await measured(t)
  t.clock.now = NOON - 7 * HOUR
  const explanation = await explanationOf(t, language)
  expect(saidOf(explanation, 'level').text).toMatch(level)
  expect(saidOf(explanation, 'would').text).toMatch(would)
})

test('without a plan it says what one made now would decide, and why', async () => {
  await using t = await openApi()
  const known = await measured(t)
  const would = async () => saidOf(await explanationOf(t), 'would')
  expect((await would()).text).toMatch(/it may be taken along\. Worth the detour: about \d+ % full/)
  expect((await would()).text).not.toContain('€')
  await applyState(t, { ...known, fill: { ...known.fill, pct: 88, full: true } })
  expect((await would()).text).toMatch(/it must be visited\. Full: 88 % on Monday/)
  await applyState(t, { ...known, fill: { ...known.fill, pct: 12, ratePctPerDay: 1 } })
  expect((await would()).text).toMatch(/it would be left out\. Not full: about 1[23] %/)
})

test('with a plan it says when it is visited, or why it is left out', async () => {
  await using t = await openApi()
  await measured(t)
  const date = '2026-11-24'
  const visit = stop('s1', { containerId: 'bin-1', arrival: NOON + DAY })
  const runs = [run('r1', { date, stops: [visit] })]
  await t.registry.plans.save({ plan: plan('p1', { date }), runs }, 0)
  const visited = saidOf(await explanationOf(t), 'visit')
  expect(visited.text).toBe(
    'In a collection run (not approved yet): visited on Tuesday 24 November at 13:00. Full: 87 %.',
  )
  expect(visited.evidence).toMatchObject({ date, status: 'draft', run_id: 'r1' })

  const reason = { code: 'not_full', evidence: { expected_pct: 31 } } as const
  const notCollected = [{ containerId: 'bin-1', reason }]
  await t.registry.plans.save({ plan: plan('p1', { date, notCollected }), runs: [] }, 1)
  const leftOut = saidOf(await explanationOf(t), 'left_out')
  expect(leftOut.text).toBe(
    'Left out of the collection runs of Tuesday 24 November. Not full: about 31 %.',
  )
  expect(leftOut.evidence).toEqual({ date, expected_pct: 31 })
})

test('the weight says how its density is known', async () => {
  await using t = await openApi()
  await measured(t)
  const weight = async () => (await t.ask('GET', PATH)).json.kg
  expect(await weight()).toMatchObject({
    density_kg_per_l: 0.12,
    learnt_from: 'setting',
    loads: 0,
    kg: Math.round(2200 * 0.62 * 1.2) / 10,
  })
  const fleet = { kgPerL: 0.1, sdKgPerL: 0.02, loads: 40, visitSd: 0.2, compaction: 0 }
  await putDensities(t.registry.learnt, { fleet, containers: new Map() }, NOON)
  expect(await weight()).toMatchObject({ learnt_from: 'fleet_loads', loads: 40, kg: 136.4 })
  const own = new Map([['bin-1', { kgPerL: 0.15, sdKgPerL: 0.01, loads: 7 }]])
  await putDensities(t.registry.learnt, { fleet, containers: own }, NOON)
  expect(await weight()).toMatchObject({ learnt_from: 'own_loads', loads: 7, kg: 204.6 })
})

test('damp tells the kilograms, the hours and the money at stake', async () => {
  await using t = await openApi()
  const known = await measured(t)
  const damp = { ...known.damp, level: 'watch', wetHours: 30 } as const
  await applyState(t, { ...known, damp })
  const { json } = await t.ask('GET', PATH)
  expect(json.damp.at_stake).toMatchObject({ kg: json.kg.kg, hours: 30 })
  // About two days until the next visit, at half a percent a day, of € 0.52 a kg.
  const twoDays = json.kg.kg * (1 - 0.995 ** 2) * 0.52
  expect(json.damp.at_stake.risk_eur / twoDays).toBeCloseTo(1, 1)
  expect(saidOf(json.explanation, 'at_stake').text).toMatch(
    /^Damp puts 164 kg at risk, exposed for 30 hours; expected loss about €/,
  )
})

test('containers that are new, without a sensor, silent or retired are explained too', async () => {
  await using t = await openApi()
  await seed(t, ['bin-1', 'bin-2'])
  expect((await explanationOf(t)).map(({ code }) => code)).toEqual([
    'unknown',
    'never_emptied',
    'would',
  ])

  const known = state('bin-1', { pct: 55, lastReadingAt: null })
  const because = (why: string) => ({
    ...known,
    fill: {
      ...known.fill,
      source: 'estimate' as const,
      evidence: { because: why, from_pct: 0, since_at: NOON - 9 * DAY },
    },
    health: { ...known.health, trustworthy: false },
  })
  await applyState(t, because('no_sensor'))
  expect(saidOf(await explanationOf(t), 'estimate').text).toMatch(/estimated: there is no sensor;/)
  await applyState(t, { ...because('silent'), lastReadingAt: NOON - 3 * DAY })
  expect(saidOf(await explanationOf(t), 'estimate').text).toMatch(/the sensor is silent;/)

  await t.ask('PUT', '/api/v1/containers/bin-1', { body: { ...bin('bin-1'), active: false } })
  expect((await explanationOf(t)).map(({ text }) => text)).toEqual([
    'This container is no longer in use.',
  ])
})
