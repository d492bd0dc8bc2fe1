import { flagBit } from '@bakwacht/domain'
import { expect, test } from 'vitest'
import { HOUR, openBed, reading, t0 } from './thresholds.fixture.ts'
import { planVisits, reportVisits } from './visits.fixture.ts'

const at = (hours: number) => t0 + hours * HOUR
const hourly = (device: number, from: number, fills: readonly number[]) =>
  fills.map((fillPct, index) => reading(device, at(from + index) + 60_000, { fillPct }))

test('readings become a state, and a full bin an alert', async () => {
  await using bed = await openBed()
  await bed.register(1)
  await bed.commit(hourly(0, 0, [50, 60, 71, 72]))
  const outcome = await bed.thresholds().round(at(4) + 5 * 60_000)
  expect(outcome).toMatchObject({ containers: 1, changed: 1, raised: 1 })
  expect(await bed.states()).toMatchObject([
    {
      containerId: 'c0',
      fill: { source: 'sensor', pct: expect.closeTo(71.4, 0), full: true },
      health: { trustworthy: true },
      openAlerts: ['full'],
    },
  ])
  expect(await bed.telemetry.dirtyCount()).toBe(0)
})

test('a round with nothing new writes and tells nothing', async () => {
  await using bed = await openBed()
  await bed.register(3)
  await bed.commit(hourly(0, 0, [60, 70, 80, 81]))
  const thresholds = bed.thresholds()
  await thresholds.round(at(4))
  const newest = await bed.registry.events.newestId()
  expect(await thresholds.round(at(4) + 60_000)).toMatchObject({ containers: 0 })
  expect(await bed.thresholds().round(at(4) + 60_000)).toMatchObject({ containers: 3, raised: 0 })
  expect(await bed.registry.events.newestId()).toBe(newest)
})

test('a container that was just registered has a state after the next round', async () => {
  await using bed = await openBed()
  const thresholds = bed.thresholds()
  await thresholds.round(at(1))
  await bed.register(1)
  await thresholds.round(at(1) + 60_000)
  expect(await bed.states()).toMatchObject([{ containerId: 'c0', fill: { source: 'estimate' } }])
})

test('readings stamped by a clock that was months ahead stand in nobody’s way once it is set back', async () => {
  await using bed = await openBed()
  await bed.register(1)
  const thresholds = bed.thresholds()
  await bed.commit(hourly(0, 0, [20, 21, 22]))
  await thresholds.round(at(3))
  const ahead = 100 * 24
  await bed.commit(hourly(0, ahead, [90, 91, 92]))
  await thresholds.round(at(ahead + 3))
  expect(await bed.states()).toMatchObject([{ fill: { full: true } }])
  await bed.commit(hourly(0, 4, [23, 24, 24, 24]))
  for (const again of [thresholds, bed.thresholds()]) {
    await again.round(at(8))
    expect(await bed.states()).toMatchObject([
      { fill: { source: 'sensor', pct: expect.closeTo(24, 0), full: false }, openAlerts: [] },
    ])
  }
})

test('wet textile that a driver finds is an alert, until another finds none', async () => {
  await using bed = await openBed()
  await bed.register(1)
  const visits = [20, null].map((wetKg, index) => ({
    ...{ container: 0, hour: 5 + 24 * index, outcome: 'emptied' as const },
    wetKg,
  }))
  await planVisits(bed, visits)
  const thresholds = bed.thresholds()
  await thresholds.round(at(4))
  await reportVisits(bed, visits, (index) => index === 0)
  await thresholds.round(at(6))
  expect(await bed.alerts()).toMatchObject([
    { kind: 'found_wet', status: 'open', severity: 'warning', evidence: { wet_kg: 20, kg: 50 } },
  ])
  expect(await bed.states()).toMatchObject([{ damp: { level: 'watch' } }])
  await reportVisits(bed, visits, (index) => index === 1)
  await thresholds.round(at(30))
  expect(await bed.alerts()).toMatchObject([{ kind: 'found_wet', status: 'cleared' }])
  expect(await bed.states()).toMatchObject([{ damp: { level: 'unknown' } }])
})

test('silence is raised and cleared once, with observed times', async () => {
  await using bed = await openBed()
  await bed.register(1)
  const thresholds = bed.thresholds()
  await bed.commit(hourly(0, 0, [10, 10, 10, 10, 10]))
  await thresholds.round(at(5))
  for (let hour = 6; hour < 40; hour += 3) await thresholds.round(at(hour))
  expect(await bed.alerts()).toMatchObject([
    { kind: 'silent', raisedAt: at(10) + 60_000, clearedAt: null, notified: true },
  ])
  await bed.commit(hourly(0, 40, [11]))
  await thresholds.round(at(41))
  expect(await bed.alerts()).toMatchObject([
    { kind: 'silent', raisedAt: at(10) + 60_000, clearedAt: at(40) + 60_000, status: 'cleared' },
  ])
})

test('a fleet that is registered long after it was placed is not called silent before its history comes', async () => {
  const registeredAt = at(30 * 24)
  await using bed = await openBed(() => registeredAt)
  await bed.register(2)
  const thresholds = bed.thresholds()
  await thresholds.round(registeredAt)
  await bed.commit(hourly(0, 0, Array(29 * 24).fill(12)))
  await bed.commit(hourly(1, 30 * 24 - 12, Array(12).fill(12)))
  await thresholds.round(registeredAt)
  const { items } = await bed.registry.alerts.page({ limit: 100 })
  expect(items).toMatchObject([{ containerId: 'c0', kind: 'silent', status: 'open' }])
  expect(items[0]?.raisedAt).toBeLessThan(at(29 * 24 + 6))
})

test('an outage that was filled in afterwards is no silence any more', async () => {
  await using bed = await openBed()
  await bed.register(1)
  const thresholds = bed.thresholds()
  await bed.commit(hourly(0, 0, [10, 10, 10, 10, 10]))
  await thresholds.round(at(30))
  expect(await bed.alerts()).toHaveLength(1)
  await bed.commit(hourly(0, 5, Array(25).fill(12)))
  await thresholds.round(at(30))
  expect(await bed.alerts()).toEqual([])
})

test('what was over before its readings arrived is kept, and nobody is told', async () => {
  await using bed = await openBed()
  await bed.register(1)
  const hot = [20, 70, 72, 20, 20].map((tempC, hour) => reading(0, at(hour), { tempC }))
  await bed.commit(hot)
  await bed.thresholds().round(at(5))
  expect(await bed.alerts()).toMatchObject([
    { kind: 'fire', raisedAt: at(1), clearedAt: at(3), status: 'cleared', notified: false },
  ])
})

test('a day without an echo is never an empty bin', async () => {
  await using bed = await openBed()
  await bed.register(1, { emptyDistanceMm: 2000, fullDistanceMm: 400 })
  const seen = [0, 1, 2].map((hour) => reading(0, at(hour), { distanceMm: 900 }))
  const lost = Array.from({ length: 24 }, (_, hour) =>
    reading(0, at(3 + hour), { fillPct: 0 }, flagBit('no_echo')),
  )
  await bed.commit([...seen, ...lost])
  await bed.thresholds().round(at(27))
  const [state] = await bed.states()
  expect(state).toMatchObject({ fill: { source: 'estimate' }, lastEmptiedAt: null })
  expect(state?.fill.pct).toBeGreaterThan(68)
  expect((await bed.alerts()).map(({ kind }) => kind)).toEqual(['no_echo'])
})

test('a late reading refutes an alert, which is closed as retracted', async () => {
  await using bed = await openBed()
  await bed.register(1)
  const thresholds = bed.thresholds()
  await bed.commit([0, 1, 2].map((hour) => reading(0, at(hour), { fillPct: 20 })))
  await bed.commit([4, 5, 6, 7, 8].map((hour) => reading(0, at(hour), { fillPct: 90 })))
  await thresholds.round(at(9))
  expect((await bed.alerts()).map(({ kind }) => kind)).toContain('full')
  // Between the high echoes the level was where it had been.
  await bed.commit([4.5, 5.5, 6.5, 7.5].map((hour) => reading(0, at(hour), { fillPct: 20 })))
  await thresholds.round(at(9))
  expect(await bed.alerts()).toEqual([])
  const { items } = await bed.registry.alerts.page({ limit: 10 })
  expect(items.map(({ status }) => status)).toContain('retracted')
})

test('readings from before a device was assigned belong to the container once it is assigned from then', async () => {
  await using bed = await openBed()
  await bed.register(1)
  const thresholds = bed.thresholds()
  const spare = hourly(9, 0, [50, 50, 50])
  await bed.commit(spare)
  await thresholds.round(at(3))
  expect((await bed.states())[0]?.lastReadingAt).toBeNull()
  const [device] = await bed.registry.devices.all()
  await bed.registry.devices.put([{ ...(device as NonNullable<typeof device>), id: 'd9' }])
  await bed.registry.devices.assign({ deviceId: 'd9', containerId: 'c0', from: t0 })
  await thresholds.round(at(3) + 60_000)
  expect((await bed.states())[0]).toMatchObject({ fill: { source: 'sensor', pct: 50 } })
})

test('a changed calibration gives the readings of the last days another meaning', async () => {
  await using bed = await openBed(() => at(60))
  await bed.register(1)
  await bed.commit(Array.from({ length: 60 }, (_, h) => reading(0, at(h), { distanceMm: 1200 })))
  const thresholds = bed.thresholds()
  await thresholds.round(at(60))
  expect((await bed.states())[0]?.fill.source).toBe('estimate')
  const container = await bed.registry.containers.find('c0')
  if (container !== undefined)
    await bed.registry.containers.put([
      { ...container, emptyDistanceMm: 2000, fullDistanceMm: 400 },
    ])
  await thresholds.round(at(60))
  expect((await bed.states())[0]?.fill).toMatchObject({ source: 'sensor', pct: 50 })
})

test('a retired container raises nothing, and what it had raised ends', async () => {
  await using bed = await openBed()
  await bed.register(1)
  const thresholds = bed.thresholds()
  await bed.commit(hourly(0, 0, [90, 90, 90]))
  await thresholds.round(at(3))
  const container = await bed.registry.containers.find('c0')
  if (container !== undefined) await bed.registry.containers.put([{ ...container, active: false }])
  await thresholds.round(at(30))
  expect((await bed.alerts()).map(({ status }) => status)).not.toContain('open')
  expect((await bed.alerts()).map(({ kind }) => kind)).not.toContain('silent')
})

test('an hour is judged when it is over', async () => {
  await using bed = await openBed()
  await bed.register(1)
  const thresholds = bed.thresholds()
  await bed.commit(hourly(0, 0, [97, 97, 97]))
  await thresholds.round(at(0.5))
  expect((await bed.states())[0]?.openAlerts).toEqual(['full'])
  await thresholds.round(at(1))
  expect((await bed.states())[0]?.openAlerts).toEqual(['full', 'fills_before_next_visit'])
})

test('neighbours whose readings come late change what is said of a bin, days back', async () => {
  await using bed = await openBed()
  await bed.register(7)
  const climate = (device: number, rhPct: number) =>
    Array.from({ length: 72 }, (_, hour) => reading(device, at(hour), { tempC: 14, rhPct }))
  const thresholds = bed.thresholds()
  await bed.commit(climate(0, 92))
  await thresholds.round(at(100))
  const kinds = async () =>
    (await bed.alerts())
      .filter(({ containerId }) => containerId === 'c0')
      .map(({ kind }) => kind)
      .sort()
  expect(await kinds()).toEqual(['damp_watch', 'silent'])
  for (const device of [1, 2, 3, 4, 5]) await bed.commit(climate(device, 70))
  await thresholds.round(at(100))
  expect(await kinds()).toEqual(['damp', 'damp_watch', 'silent'])
})

test('a bin is judged beside neighbours that are folded after it, in parts of the same round', async () => {
  await using bed = await openBed()
  await bed.register(7)
  for (const device of [0, 1, 2, 3, 4, 5, 6])
    await bed.commit(
      Array.from({ length: 72 }, (_, hour) =>
        reading(device, at(hour), { tempC: 14, rhPct: device === 0 ? 92 : 70 }),
      ),
    )
  await bed.thresholds({ partDays: 1 }).round(at(72))
  expect((await bed.alerts()).map(({ containerId, kind }) => [containerId, kind])).toContainEqual([
    'c0',
    'damp',
  ])
})
