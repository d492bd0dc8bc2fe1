// An approved run on its way: told on MQTT, pulled, driven stop by stop, done, and planned around.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { until } from '../call.ts'
import { listen } from './device.ts'
import { MONDAY, openRegion, type Region, type Stop } from './region.ts'

let region: Region
beforeAll(async () => {
  region = await openRegion()
  await region.bin('full', 90)
  await region.bin('fuller', 95)
  await region.bin('empty', 8)
  await region.bin('mute', undefined, { last_emptied_at: '2026-09-01T08:00:00+02:00' })
})
afterAll(() => region.end())

const vehicleRun = 'bakwacht/v1/events/vehicles/van/run'

describe('an approved run', () => {
  test('is retained on MQTT, pulled, driven, and cleared when it is done', async () => {
    const desk = await listen(region.backend.mqttUrl, vehicleRun).catch(() => undefined)
    expect(desk, 'an open broker lets only tokens read events').toBeUndefined()
    const token = (await region.send('POST', '/tokens', { name: 'desk', role: 'viewer' })).body
      .secret
    const reading = { username: 'desk', password: token }
    const events = await listen(region.backend.mqttUrl, 'bakwacht/v1/events/#', reading)

    let plan = (await region.plan()).body
    plan = (await region.change(plan, { op: 'approve' })).body
    const [run] = plan.runs
    const runSaid = () => events.heard.filter(({ topic }) => topic === vehicleRun).at(-1)
    await until(async () => runSaid() !== undefined, 'the run said', 5000)
    const later = await listen(region.backend.mqttUrl, vehicleRun, reading)
    await until(async () => later.heard.length > 0, 'the retained run', 5000)
    expect(later.heard[0]).toMatchObject({ retain: true })
    expect(JSON.parse(later.heard[0]?.text ?? '')).toMatchObject({
      id: run.id,
      status: 'approved',
      vehicle_id: 'van',
    })
    expect(
      (await region.send('GET', `/runs?date=${MONDAY}`)).body.items.map(
        ({ id }: { id: string }) => id,
      ),
    ).toEqual([run.id])

    const again = (await region.plan()).body
    expect([again.id, again.version, again.status]).toEqual([plan.id, plan.version + 1, 'approved'])
    expect(again.runs).toEqual([run])

    const tell = (stop: Stop, result: object, key = stop.id) =>
      region.send('POST', `/runs/${run.id}/stops/${stop.id}/result`, result, {
        'idempotency-key': key,
      })
    const [first, ...others] = run.stops as [Stop, ...Stop[]]
    const told = await tell(first, { outcome: 'blocked', note: 'a car' })
    expect([told.status, told.body.status]).toEqual([201, 'started'])
    const repeated = await tell(first, { outcome: 'emptied' })
    expect([repeated.status, repeated.body.version]).toEqual([200, told.body.version])
    expect(repeated.body.stops[0].result).toMatchObject({ outcome: 'blocked', note: 'a car' })
    for (const stop of others) {
      const result =
        stop.kind === 'unload'
          ? { outcome: 'unloaded', kg: 300, destination: 'Leuven' }
          : { outcome: 'emptied', kg: 70, wet_kg: 2 }
      expect((await tell(stop, result)).status).toBe(201)
    }
    expect((await region.send('GET', `/runs/${run.id}`)).body.status).toBe('done')
    await until(async () => runSaid()?.text === '', 'the run cleared', 5000)

    const next = (await region.plan()).body
    expect(next.status).toBe('approved')
    expect(next.runs[0]).toMatchObject({ id: run.id, status: 'done' })
    expect(
      next.runs
        .slice(1)
        .flatMap(({ stops }: { stops: Stop[] }) =>
          stops.flatMap(({ container_id }) => container_id ?? []),
        ),
    ).toEqual([first.container_id])
    const left = next.not_collected.map((each: { container_id: string }) => each.container_id)
    expect(left, 'what was emptied is neither left out nor planned again').toEqual(['empty'])

    const ids = events.heard
      .filter(({ topic }) => topic !== vehicleRun)
      .map(({ text }) => JSON.parse(text).event_id)
    expect(ids).toEqual(ids.toSorted((a, b) => a - b))
    const kinds = events.heard.map(({ topic }) => topic.split('/')[3])
    expect(kinds).toEqual(expect.arrayContaining(['plans', 'runs', 'vehicles']))
    await later.stop()
    await events.stop()
  })
})
