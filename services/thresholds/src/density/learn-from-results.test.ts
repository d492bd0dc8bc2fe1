import { densityOf, settingsDefaults } from '@bakwacht/domain'
import { plan, result, run, stop, unload } from '@bakwacht/domain/fixture'
import { readDensities } from '@bakwacht/registry'
import { expect, test } from 'vitest'
import { type Bed, HOUR, openBed, t0 } from '../thresholds.fixture.ts'

const DAY = 24 * HOUR

/** Drives a run of one trip over the containers. @returns what weighs it at unloading */
async function drive({ registry }: Bed, name: string, ids: readonly string[]) {
  const visits = ids.map((containerId, i) => ({
    ...stop(`${name}-${i}`, { containerId, expectedL: 1000 }),
    seq: i + 1,
  }))
  const stops = [...visits, { ...unload(`${name}-u`), seq: visits.length + 1 }]
  const runs = [run(name, { status: 'approved', stops, vehicleId: name })]
  await registry.plans.save({ plan: plan(`plan-${name}`, { depotId: name }), runs }, 0)
  const report = (stopId: string, told: ReturnType<typeof result>) =>
    registry.plans.addResult({ runId: name, stopId, result: told, idempotencyKey: null, now: t0 })
  for (const { id } of visits) await report(id, result('emptied', { at: t0 + HOUR }))
  return (kg: number) => report(`${name}-u`, result('unloaded', { kg, at: t0 + 2 * HOUR }))
}

const known = ({ registry }: Bed) => readDensities(registry.learnt, settingsDefaults)

test('what the scale says at unloading is learnt within the hour, and learnt anew when it is corrected', async () => {
  await using bed = await openBed()
  await bed.register(6)
  const thresholds = bed.thresholds()
  for (const name of ['r1', 'r2', 'r3', 'r4'])
    await (await drive(bed, name, ['c0', 'c1', 'c2']))(540)
  const correct = await drive(bed, 'r5', ['c3', 'c4'])
  await correct(36)
  await thresholds.round(t0 + 3 * HOUR)
  const first = await known(bed)
  expect(first.fleet.kgPerL).toBeGreaterThan(0.14)
  expect(densityOf(first, 'c0').loads).toBe(4)
  expect(densityOf(first, 'c5').kgPerL).toBe(first.fleet.kgPerL)

  await correct(360)
  await thresholds.round(t0 + 3 * HOUR + 1)
  expect(await known(bed)).toEqual(first)
  await thresholds.round(t0 + 4 * HOUR)
  const second = await known(bed)
  expect(densityOf(second, 'c3').kgPerL).toBeGreaterThan(densityOf(first, 'c3').kgPerL)

  const restarted = bed.thresholds()
  await restarted.round(t0 + 5 * HOUR)
  expect(await known(bed)).toEqual(second)
  await restarted.round(t0 + 200 * DAY)
  expect((await known(bed)).fleet).toMatchObject({ kgPerL: 0.12, loads: 0 })
})
