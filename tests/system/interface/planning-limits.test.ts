// What a plan has to respect: hours, days, vehicles, people, places, and fire.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settled } from '../call.ts'
import { say } from './device.ts'
import { containersOf, MONDAY, openRegion, type Region, stopsOf, TUESDAY } from './region.ts'

const WEDNESDAY = '2026-11-25'
let region: Region
beforeAll(async () => {
  region = await openRegion()
  await region.bin('free', 90)
})
afterAll(() => region.end())

const asked = (id: string) => region.send('POST', `/containers/${id}/requests`, {})
const left = (plan: { not_collected: { container_id: string; reason: object }[] }, id: string) =>
  plan.not_collected.find(({ container_id }) => container_id === id)?.reason
const planFor = async (date = MONDAY) => {
  const { status, body, text } = await region.plan(date)
  expect(status, text).toBe(201)
  return body
}
const putVehicle = async (change: object) => {
  const { body } = await region.send('GET', '/vehicles/van')
  const { status, text } = await region.send('PUT', '/vehicles/van', { ...body, ...change })
  expect(status, text).toBe(200)
}
const putCalendar = async (change: object) => {
  const { status, text } = await region.send('PUT', '/calendar', change)
  expect(status, text).toBe(200)
}

describe('a plan keeps to', () => {
  test('access windows, in local time', async () => {
    await region.bin('morning', 90, { access: [{ days: [1], from: '10:00', to: '10:40' }] })
    await region.bin('shut', 90, { access: [{ days: [2], from: '07:00', to: '16:00' }] })
    const plan = await planFor()
    const stop = stopsOf(plan).find(({ container_id }) => container_id === 'morning')
    expect(Date.parse(stop?.arrival ?? '')).toBeGreaterThanOrEqual(
      Date.parse('2026-11-23T10:00:00+01:00'),
    )
    expect(Date.parse(stop?.departure ?? '')).toBeLessThanOrEqual(
      Date.parse('2026-11-23T10:40:00+01:00'),
    )
    expect(left(plan, 'shut')).toMatchObject({ code: 'no_access' })
    expect(containersOf(await planFor(TUESDAY))).toContain('shut')
  })

  test('vehicle types', async () => {
    await region.bin('crane-only', 90, { vehicle_types: ['crane'] })
    expect(left(await planFor(), 'crane-only')).toMatchObject({ code: 'no_access' })
    await region.vehicle('crane', { type: 'crane', shift: { from: '08:00', to: '12:00' } })
    const plan = await planFor()
    const run = plan.runs.find(({ vehicle_id }: { vehicle_id: string }) => vehicle_id === 'crane')
    expect(containersOf({ runs: [run] })).toContain('crane-only')
    expect(Date.parse(run.departure)).toBeGreaterThanOrEqual(
      Date.parse('2026-11-23T08:00:00+01:00'),
    )
    expect(Date.parse(run.arrival)).toBeLessThanOrEqual(Date.parse('2026-11-23T12:00:00+01:00'))
    expect((await region.send('DELETE', '/vehicles/crane')).status).toBe(204)
    expect(left(await planFor(), 'crane-only')).toMatchObject({ code: 'no_access' })
    await region.send('DELETE', '/containers/crane-only')
    expect(left(await planFor(), 'crane-only')).toMatchObject({ code: 'retired' })
  })

  test('one stop at a site for all its bins, its minutes once', async () => {
    const site = {
      id: 'park',
      name: 'Park',
      location: { type: 'Point', coordinates: [4.75, 50.95] },
      site_min: 10,
    }
    expect((await region.send('POST', '/sites', site)).status).toBe(201)
    const member = { site_id: 'park', service_min: 5, location: site.location }
    await region.bin('park-1', 90, member)
    await region.bin('park-2', 90, member)
    const stops = stopsOf(await planFor())
    const [at, next] = ['park-1', 'park-2']
      .map((id) => stops.findIndex(({ container_id }) => container_id === id))
      .sort((a, b) => a - b)
    expect((next ?? 0) - (at ?? 0)).toBe(1)
    const [first, second] = [stops[at ?? 0], stops[next ?? 0]]
    const minutes =
      (Date.parse(second?.departure ?? '') - Date.parse(first?.arrival ?? '')) / 60_000
    expect(minutes).toBe(20)
  })

  test('kilograms: with little room it unloads more often, and says what does not fit', async () => {
    await putVehicle({ payload_kg: 300 })
    const plan = await planFor()
    for (const run of plan.runs) {
      let kg = 0
      for (const stop of run.stops) {
        kg = stop.kind === 'unload' ? 0 : kg + stop.expected_kg
        expect(kg).toBeLessThanOrEqual(300)
      }
    }
    expect(stopsOf(plan).filter(({ kind }) => kind === 'unload').length).toBeGreaterThan(1)
    await putVehicle({ payload_kg: 100 })
    expect(left(await planFor(), 'free')).toMatchObject({ code: 'no_capacity' })
    await putVehicle({ payload_kg: 1100 })
  })

  test('a vehicle’s absence, hour by hour', async () => {
    await putVehicle({
      unavailable: [{ from: '2026-11-23T00:00:00+01:00', to: '2026-11-23T12:00:00+01:00' }],
    })
    const [run] = (await planFor()).runs
    expect(Date.parse(run.departure)).toBeGreaterThanOrEqual(
      Date.parse('2026-11-23T12:00:00+01:00'),
    )
    await putVehicle({
      unavailable: [{ from: '2026-11-23T00:00:00+01:00', to: '2026-11-24T00:00:00+01:00' }],
    })
    const plan = await planFor()
    expect(plan.runs).toEqual([])
    expect(left(plan, 'free')).toMatchObject({ code: 'no_capacity' })
    await putVehicle({ unavailable: [] })
  })

  test('a driver’s absence', async () => {
    await putVehicle({ driver: 'Noor' })
    await putCalendar({ driver_absence: [{ driver: 'Noor', from: MONDAY, to: MONDAY }] })
    expect((await planFor()).runs).toEqual([])
    expect((await planFor(TUESDAY)).runs[0]).toMatchObject({ driver: 'Noor' })
    await putCalendar({})
    await putVehicle({ driver: null })
  })

  test('closed days', async () => {
    await putCalendar({ closed: [{ date: WEDNESDAY, name: 'Feast' }] })
    const plan = await planFor(WEDNESDAY)
    expect(plan.runs).toEqual([])
    expect(left(plan, 'free')).toMatchObject({ code: 'no_access' })
    await putCalendar({ closed: [{ date: WEDNESDAY }] })
    const nameless = await planFor(WEDNESDAY)
    const added = await region.change(nameless, { op: 'add', container_id: 'free' })
    expect([added.status, added.body.code]).toEqual([422, 'plan_op_refused'])
    await putCalendar({})
    expect(containersOf(await planFor(WEDNESDAY))).toContain('free')
  })

  test('the calendar: a day that is past is refused, one that does not exist too', async () => {
    for (const date of ['2026-11-22', '2026-02-30', 'tomorrow']) {
      const { status, body } = await region.plan(date)
      expect([status, body.code], date).toEqual([422, 'invalid_body'])
    }
  })
})

test('an open fire is never visited, asked for or not, and posted as an alarm', async () => {
  await region.bin('burning', 90)
  const now = Date.parse((await region.send('GET', '/session')).body.now)
  await say(
    region.backend,
    'burning',
    [0, 1, 2].map((n) => ({ v: 1, ts: now - n * 60_000, fill_pct: 90, temp_c: 85, rh_pct: 30 })),
  )
  await settled(region.backend)
  await asked('burning')
  expect((await region.send('GET', '/containers/burning/state')).body).toMatchObject({
    mark: 'alarm',
    health: { fire: true },
  })
  const plan = await planFor()
  expect(containersOf(plan)).not.toContain('burning')
  expect(left(plan, 'burning')).toMatchObject({ code: expect.any(String) })
  const added = await region.change(plan, { op: 'add', container_id: 'burning' })
  expect([added.status, added.body.code]).toEqual([422, 'plan_op_refused'])
  const [alert] = (await region.send('GET', '/alerts?open=true&container_id=burning')).body.items
  expect(alert).toMatchObject({ kind: 'fire', severity: 'alarm', status: 'open', acked_at: null })
  expect((await region.send('POST', `/alerts/${alert.id}/ack`)).body).toMatchObject({
    acked_by: 'open',
    status: 'open',
  })
  expect(containersOf(await planFor())).not.toContain('burning')
})

test('a departure is never before now and a quarter of an hour', async () => {
  const late = await openRegion({}, '2026-11-23T11:07:00+01:00')
  await late.bin('full', 90)
  const { body } = await late.plan()
  const now = Date.parse((await late.send('GET', '/session')).body.now)
  expect(Date.parse(body.runs[0].departure)).toBeGreaterThanOrEqual(now - 5000 + 15 * 60_000)
  await late.end()
})
