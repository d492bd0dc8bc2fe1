import type { Plan, Run } from '@bakwacht/domain'
import { calendarDefaults } from '@bakwacht/domain'
import { describe, expect, test } from 'vitest'
import { planDay, visits } from '../plan-day.fixture.ts'
import type { PlanOp } from '../plan-maker.ts'
import type { PlanWithRuns } from '../planned.ts'
import {
  at,
  bin,
  crowLegs,
  DATE,
  depot,
  idSource,
  NOW,
  snapshot,
  standingRun,
  stateOf,
  van,
} from '../planning.fixture.ts'
import { checkRuns } from '../runs/check-runs.ts'
import type { Snapshot } from '../snapshot.ts'
import { applyOp } from './apply-op.ts'
import { deltaBetween, nextVersion } from './changed-plan.ts'
import type { Reoptimise } from './reoptimise.ts'
import type { Restore } from './restore.ts'

type Op = Exclude<PlanOp, Reoptimise | Restore>

/** Two vans with two full bins each (either holds two, and unloading takes too long for a second trip), and a bin that is not full. */
function world(over: Partial<Snapshot> = {}) {
  const containers = [1, 2, 3, 4, 5].map((n) => bin(n, { capacityL: 3000 }))
  const states = containers.map((each, n) => stateOf(each, n < 4 ? 90 : 10))
  const vehicles = ['van-1', 'van-2'].map((id) =>
    van({ id, name: id, payloadKg: 700, maxHours: 3.5, breakMin: 0 }),
  )
  const depots = [{ ...depot, unloadMin: 120 }]
  const current = snapshot({ containers, states, vehicles, depots, ...over })
  const { runs, notCollected } = planDay(current)
  const plan: Plan = {
    id: 'plan-1',
    version: 1,
    date: DATE,
    depotId: null,
    status: 'draft',
    notCollected,
    settingsVersion: 1,
    solver: null,
    travelTimes: 'estimate',
    createdAt: NOW,
    updatedAt: NOW,
    message: null,
  }
  const legs = crowLegs([depot.location, ...containers.map(({ location }) => location)])
  const context = { snapshot: current, legs, ids: idSource('new') }
  const planned: PlanWithRuns = { plan, runs }
  return { planned, context, apply: (op: Op, to = planned) => applyOp(op, to, context) }
}

function runAt(planned: PlanWithRuns, index: number): Run {
  const run = planned.runs[index]
  if (run === undefined) throw new Error(`expected a run at ${index}`)
  return run
}
const stopAt = (run: Run, index: number) => run.stops[index]?.id ?? 'none'
const withStatus = (planned: PlanWithRuns, status: Run['status']): PlanWithRuns => ({
  ...planned,
  runs: planned.runs.map((run) => ({ ...run, status })),
})

test('the fixture’s plan has two runs of two bins', () => {
  expect(visits(world().planned.runs).map((ids) => ids.length)).toEqual([2, 2])
})

describe('approve', () => {
  test('makes all drafts binding, or those named; again changes nothing', () => {
    const { planned, apply } = world()
    const some = apply({ op: 'approve', runIds: [runAt(planned, 0).id] })
    expect(some.runs.map(({ status }) => status)).toEqual(['approved', 'draft'])
    const all = apply({ op: 'approve' }, some)
    expect(all.runs.map(({ status }) => status)).toEqual(['approved', 'approved'])
    expect(apply({ op: 'approve' }, all)).toEqual(all)
    expect(nextVersion(planned, all, NOW + 1).plan).toMatchObject({
      status: 'approved',
      version: 2,
      updatedAt: NOW + 1,
    })
  })

  test('refuses an unknown run, nothing at all, and what another plan has already', () => {
    const { planned, apply, context } = world()
    expect(() => apply({ op: 'approve', runIds: ['nope'] })).toThrow(
      'cannot approve: the plan has no run nope',
    )
    expect(() => apply({ op: 'approve' }, { ...planned, runs: [] })).toThrow('no run to approve')
    const clash = standingRun([bin(9)], { departure: at('07:00'), arrival: at('12:00') })
    const busy = { ...context, snapshot: { ...context.snapshot, standing: [clash] } }
    expect(() => applyOp({ op: 'approve' }, planned, busy)).toThrow('van-1 drives run run-standing')
    const twice = standingRun([bin(1)], { vehicleId: 'van-9' })
    const promised = { ...context, snapshot: { ...context.snapshot, standing: [twice] } }
    expect(() => applyOp({ op: 'approve' }, planned, promised)).toThrow('Street 1 is in a run')
  })

  test('refuses a run that would be over already', () => {
    const { planned, context } = world()
    const late = { ...context, snapshot: { ...context.snapshot, now: at('18:00') } }
    expect(() => applyOp({ op: 'approve' }, planned, late)).toThrow('over already')
  })
})

describe('unapprove and cancel', () => {
  test('unapprove makes drafts of approved runs and leaves what has started', () => {
    const { planned, apply } = world()
    expect(() => apply({ op: 'unapprove' })).toThrow('no run is approved')
    const [first, second] = withStatus(planned, 'approved').runs
    if (!first || !second) throw new Error('expected two runs')
    const mixed = { ...planned, runs: [{ ...first, status: 'started' as const }, second] }
    expect(apply({ op: 'unapprove' }, mixed).runs.map(({ status }) => status)).toEqual([
      'started',
      'draft',
    ])
  })

  test('cancel calls off all runs, or those named, but none that has started', () => {
    const { planned, apply } = world()
    const all = apply({ op: 'cancel' })
    expect(nextVersion(planned, all, NOW).plan.status).toBe('cancelled')
    expect(deltaBetween(planned.runs, all.runs).cost).toBeLessThan(0)
    expect(() => apply({ op: 'cancel' }, withStatus(planned, 'started'))).toThrow('is started')
  })
})

describe('assign_driver', () => {
  test('names the driver, or nobody', () => {
    const { planned, apply } = world()
    const run = runAt(planned, 0)
    const driven = apply({ op: 'assign_driver', runId: run.id, driver: 'Fatima' })
    expect(runAt(driven, 0).driver).toBe('Fatima')
    expect(runAt(apply({ op: 'assign_driver', runId: run.id, driver: null }), 0).driver).toBeNull()
  })

  test('refuses a driver who is away or drives another run then', () => {
    const driverAbsence = [{ driver: 'Jan', from: DATE, to: DATE }]
    const { planned, apply } = world({ calendar: { ...calendarDefaults, driverAbsence } })
    const [first, second] = [runAt(planned, 0), runAt(planned, 1)]
    expect(() => apply({ op: 'assign_driver', runId: first.id, driver: 'Jan' })).toThrow('is away')
    const driven = apply({ op: 'assign_driver', runId: first.id, driver: 'Fatima' })
    expect(() =>
      apply({ op: 'assign_driver', runId: second.id, driver: 'Fatima' }, driven),
    ).toThrow('Fatima drives run')
  })
})

describe('move', () => {
  test('changes the order within a run, re-timed, the stop keeping its id', () => {
    const { planned, apply, context } = world()
    const run = runAt(planned, 0)
    const moved = apply({ op: 'move', stopId: stopAt(run, 1), runId: run.id, seq: 1 })
    const after = runAt(moved, 0)
    expect(after.stops.map(({ id }) => id)).toEqual([1, 0, 2].map((n) => stopAt(run, n)))
    expect(after.stops.map(({ seq }) => seq)).toEqual([1, 2, 3])
    expect(checkRuns(moved.runs, context.snapshot)).toEqual([])
    expect(after.stops[0]?.legDistanceM).not.toBe(run.stops[0]?.legDistanceM)
  })

  test('refuses what would be too much for the other vehicle, and changes nothing', () => {
    const { planned, apply } = world()
    const [from, to] = [runAt(planned, 0), runAt(planned, 1)]
    expect(() => apply({ op: 'move', stopId: stopAt(from, 0), runId: to.id, seq: 1 })).toThrow(
      /cannot move: trip 1 of van-\d would carry 984 kg, it may carry 700 kg/,
    )
  })

  test('takes a stop to another run, and an emptied run away', () => {
    const { planned, apply, context } = world()
    const [from, to] = [runAt(planned, 0), runAt(planned, 1)]
    const dropped = apply({ op: 'drop', stopId: stopAt(to, 0) })
    const one = apply({ op: 'move', stopId: stopAt(from, 0), runId: to.id, seq: 99 }, dropped)
    expect(visits(one.runs).map((ids) => ids.length)).toEqual([1, 2])
    const left = apply({ op: 'drop', stopId: stopAt(runAt(one, 1), 0) }, one)
    const both = apply(
      { op: 'move', stopId: stopAt(runAt(left, 0), 0), runId: to.id, seq: 1 },
      left,
    )
    expect(both.runs.map(({ id }) => id)).toEqual([to.id])
    expect(checkRuns(both.runs, context.snapshot)).toEqual([])
  })

  test('refuses an unloading, an unknown stop, and runs that have started', () => {
    const { planned, apply } = world()
    const [from, to] = [runAt(planned, 0), runAt(planned, 1)]
    const move = (stopId: string) => ({ op: 'move', stopId, runId: to.id, seq: 1 }) as const
    expect(() => apply(move(stopAt(from, 2)))).toThrow('is an unloading')
    expect(() => apply(move('nope'))).toThrow('no stop nope')
    const started = { ...planned, runs: [from, { ...to, status: 'started' as const }] }
    expect(() => apply(move(stopAt(from, 0)), started)).toThrow('is started')
  })
})

describe('drop and add', () => {
  test('a dropped container is told among those left out', () => {
    const { planned, apply } = world()
    const stop = runAt(planned, 0).stops[0]
    const after = apply({ op: 'drop', stopId: stop?.id ?? '' })
    expect(after.plan.notCollected.at(-1)).toMatchObject({
      containerId: stop?.containerId,
      reason: { code: 'dropped_by_planner', evidence: { was: 'full', dropped_at: NOW } },
    })
    expect(deltaBetween(planned.runs, after.runs).cost).toBeLessThan(0)
  })

  test('an added container goes where it costs least, because a planner asked', () => {
    const { apply, context } = world()
    const after = apply({ op: 'add', containerId: 'bin-5' })
    const stop = after.runs.flatMap(({ stops }) => stops).find((s) => s.containerId === 'bin-5')
    expect(stop).toMatchObject({ kind: 'container', name: 'Street 5', reason: { code: 'planner' } })
    expect(after.plan.notCollected).toEqual([])
    expect(checkRuns(after.runs, context.snapshot)).toEqual([])
  })

  test('an added container goes where it is told to', () => {
    const { planned, apply } = world()
    const run = runAt(planned, 1)
    const after = apply({ op: 'add', containerId: 'bin-5', runId: run.id, seq: 2 })
    expect(runAt(after, 1).stops[1]?.containerId).toBe('bin-5')
  })

  test('an added container takes out a vehicle that would have stayed in', () => {
    const { planned, apply } = world()
    const empty = { ...planned, runs: [] }
    expect(visits(apply({ op: 'add', containerId: 'bin-5' }, empty).runs)).toEqual([['bin-5']])
  })

  test.each([
    ['what is in a run already', 'bin-1', {}, 'is in run'],
    ['what is not there', 'bin-99', {}, 'container bin-99 is not registered'],
    [
      'what another approved run has',
      'bin-5',
      { standing: [standingRun([bin(5)], { vehicleId: 'x' })] },
      'is in another run already',
    ],
  ])('add refuses %s', (_, containerId, over, why) => {
    const { apply } = world(over)
    expect(() => apply({ op: 'add', containerId })).toThrow(why)
  })

  test('add refuses what fits nowhere, saying why', () => {
    const { planned, apply } = world()
    const full = {
      ...planned,
      runs: planned.runs.map((run) => ({
        ...run,
        stops: run.stops.map((stop) => ({ ...stop, expectedKg: stop.expectedKg + 20 })),
      })),
    }
    expect(() => apply({ op: 'add', containerId: 'bin-5' }, full)).toThrow('would carry')
  })
})

describe('locks', () => {
  test('a stop locked to its vehicle stays there when the plan is made again', () => {
    const { planned, apply, context } = world()
    const [first, second] = [runAt(planned, 0), runAt(planned, 1)]
    const kept = [stopAt(first, 0), stopAt(second, 0)]
    const locked = kept.reduce<PlanWithRuns>(
      (plan, stopId) => apply({ op: 'lock', stopId, lock: 'vehicle' }, plan),
      planned,
    )
    const again = planDay(context.snapshot, { drafts: locked.runs })
    expect(again).toMatchObject({ violations: [], faults: [] })
    for (const run of [first, second]) {
      const after = again.runs.find(({ id }) => id === run.id)
      expect(after?.vehicleId).toBe(run.vehicleId)
      const stop = after?.stops.find(({ id }) => id === stopAt(run, 0))
      expect(stop).toMatchObject({ lock: 'vehicle', containerId: run.stops[0]?.containerId })
    }
  })

  test('a stop locked in its position keeps what is before it, full or not', () => {
    const { planned, apply, context } = world()
    const run = runAt(planned, 0)
    const turned = apply({ op: 'move', stopId: stopAt(run, 1), runId: run.id, seq: 1 })
    const order = visits(turned.runs)[0]
    const locked = apply({ op: 'lock', stopId: stopAt(run, 0), lock: 'position' }, turned)
    const states = context.snapshot.states.map((state) => ({
      ...state,
      fill: { ...state.fill, pct: 10 },
    }))
    const again = planDay({ ...context.snapshot, states }, { drafts: locked.runs })
    const after = again.runs.find(({ id }) => id === run.id)
    expect(after?.stops[0]?.containerId ?? visits([])).toBe(order?.[1])
    expect(after?.stops.map(({ reason }) => reason.code)).toEqual(['planner', 'unload'])
  })
})

test('a vehicle that stays in gets a run by what is moved or added to it', () => {
  const idle = van({ id: 'van-3', name: 'van-3', payloadKg: 700, maxHours: 3.5, breakMin: 0 })
  const { planned, context } = world()
  const more = {
    ...context,
    snapshot: { ...context.snapshot, vehicles: [...context.snapshot.vehicles, idle] },
  }
  const stopId = stopAt(runAt(planned, 0), 0)
  const moved = applyOp({ op: 'move', stopId, vehicleId: 'van-3' }, planned, more)
  expect(moved.runs.map(({ vehicleId }) => vehicleId)).toEqual(['van-1', 'van-2', 'van-3'])
  expect(runAt(moved, 2).stops[0]?.id).toBe(stopId)
  const added = applyOp({ op: 'add', containerId: 'bin-5', vehicleId: 'van-3' }, moved, more)
  expect(runAt(added, 2).stops.map(({ containerId }) => containerId)).toContain('bin-5')
  expect(() => applyOp({ op: 'move', stopId, vehicleId: 'van-9' }, planned, more)).toThrow(
    'vehicle van-9 is not free',
  )
  expect(() => applyOp({ op: 'move', stopId }, planned, more)).toThrow(
    'neither a run nor a vehicle',
  )
})
