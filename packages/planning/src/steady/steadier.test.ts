// Stays a draft what it was when one reading changes? With the real search, which alone would not care.
import type { Run } from '@bakwacht/domain'
import { describe, expect, test } from 'vitest'
import { planDay, visits } from '../plan-day.fixture.ts'
import { bin, crowLegs, depot, idSource, snapshot, stateOf, van } from '../planning.fixture.ts'
import { checkRuns } from '../runs/check-runs.ts'
import { wantedOf } from '../selection/decision.ts'
import { selectBins } from '../selection/select-bins.ts'
import type { Snapshot } from '../snapshot.ts'
import { movedStops } from './moved-stops.ts'
import { steadier } from './steadier.ts'

const vans = ['van-1', 'van-2', 'van-3'].map((id) => van({ id, name: id }))
const containers = Array.from({ length: 24 }, (_, n) => {
  const angle = n * 2.4
  const km = 2 + (n % 7) * 1.6
  const [lon, lat] = depot.location
  return bin(n, {
    location: [lon + (km * Math.cos(angle)) / 70, lat + (km * Math.sin(angle)) / 111],
  })
})
const legs = crowLegs([depot.location, ...containers.map(({ location }) => location)])

/** Levels by container; by default most are full. */
function world(levels: ReadonlyMap<number, number> = new Map(), over: Partial<Snapshot> = {}) {
  const states = containers.map((each, n) =>
    stateOf(each, levels.get(n) ?? (n % 4 === 3 ? 30 : 74 + n)),
  )
  return snapshot({ containers, states, vehicles: vans, ...over })
}

function again(current: Snapshot, drafts: readonly Run[], changeCost: number, seed: number) {
  const searched = planDay(current, { drafts, seed })
  const wanted = wantedOf(selectBins(current, '2026-11-23', depot.id, { drafts, notCollected: [] }))
  const ids = idSource('new')
  return steadier(searched, drafts, wanted, changeCost, { snapshot: current, legs, ids })
}

const costOf = (runs: readonly Run[]) => runs.reduce((sum, { totals }) => sum + totals.cost, 0)
const draft = planDay(world()).runs

describe('a draft planned again', () => {
  test('with nothing changed is the same draft, whatever the search finds', () => {
    const { runs } = again(world(), draft, 1, 7)
    expect(visits(runs)).toEqual(visits(draft))
    expect(runs.map(({ id, version }) => [id, version])).toEqual(draft.map(({ id }) => [id, 2]))
  })

  test.each([3, 7, 11])('with bin %i full as well takes it in and leaves the others', (n) => {
    const current = world(new Map([[n, 95]]))
    const { runs } = again(current, draft, 5, 7)
    expect(checkRuns(runs, current)).toEqual([])
    expect(visits(runs).flat().toSorted()).toEqual([...visits(draft).flat(), `bin-${n}`].toSorted())
    expect(movedStops(draft, runs)).toBe(0)
  })

  test('with one bin emptied meanwhile leaves it out and the others where they were', () => {
    const current = world(new Map([[4, 5]]))
    const { runs } = again(current, draft, 5, 7)
    expect(checkRuns(runs, current)).toEqual([])
    expect(visits(runs).flat()).not.toContain('bin-4')
    expect(movedStops(draft, runs)).toBe(0)
  })

  test('takes the loads and reasons that hold now', () => {
    const current = world(new Map([[0, 88]]))
    const { runs } = again(current, draft, 5, 7)
    const stop = runs.flatMap(({ stops }) => stops).find((s) => s.containerId === 'bin-0')
    expect(stop?.reason.evidence.fill_pct).toBe(88)
    expect(stop?.expectedKg).toBeCloseTo(0.891 * 2500 * 0.12, 0)
  })

  test('changes where it pays', () => {
    const [worst = draft[0]] = draft
    const turned = draft.map((run) =>
      run === worst
        ? { ...run, stops: [...run.stops.slice(0, -1).toReversed(), ...run.stops.slice(-1)] }
        : run,
    )
    const shuffled = turned.map((run) => ({
      ...run,
      stops: run.stops.toSorted((a, b) => a.id.localeCompare(b.id)),
    }))
    const { runs } = again(world(), shuffled, 0.01, 1)
    expect(costOf(runs)).toBeLessThanOrEqual(costOf(draft) + 0.5)
  })

  test('without its vehicle is planned anew', () => {
    const gone = draft[0]?.vehicleId
    const current = world(new Map(), { vehicles: vans.filter(({ id }) => id !== gone) })
    const { runs, notCollected } = again(current, draft, 5, 7)
    expect(checkRuns(runs, current)).toEqual([])
    expect(runs.map(({ vehicleId }) => vehicleId)).not.toContain(gone)
    expect(new Set(notCollected.map(({ reason }) => reason.code))).not.toContain('unload')
  })
})

test('a moved stop is one on another vehicle, or out of its order', () => {
  const run = (vehicleId: string, ids: readonly string[]): Run => ({
    ...(draft[0] as Run),
    vehicleId,
    stops: ids.map((containerId) => ({
      ...(draft[0]?.stops[0] as Run['stops'][number]),
      containerId,
    })),
  })
  const before = [run('a', ['1', '2', '3', '4']), run('b', ['5', '6'])]
  expect(movedStops(before, before)).toBe(0)
  expect(movedStops(before, [run('a', ['1', '9', '2', '3', '4']), run('b', ['6'])])).toBe(0)
  expect(movedStops(before, [run('a', ['4', '1', '2', '3']), run('b', ['5', '6'])])).toBe(1)
  expect(movedStops(before, [run('a', ['1', '2', '3', '5']), run('b', ['4', '6'])])).toBe(2)
})
