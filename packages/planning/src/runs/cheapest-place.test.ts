import { describe, expect, test } from 'vitest'
import { isHindrance } from '../hindrance/hindrance.ts'
import { planDay } from '../plan-day.fixture.ts'
import { bin, crowLegs, depot, idSource, snapshot, stateOf, van } from '../planning.fixture.ts'
import { wantedOf } from '../selection/decision.ts'
import { selectBins } from '../selection/select-bins.ts'
import { cheapestPlace, withStop } from './cheapest-place.ts'
import { retime } from './retime.ts'
import { containerStop } from './stop.ts'

const MORNING = [{ days: [1], from: '08:00', to: '09:00' }]
const containers = Array.from({ length: 26 }, (_, n) => {
  const angle = n * 2.4
  const km = 2 + (n % 7) * 1.6
  const [lon, lat] = depot.location
  return bin(n, {
    location: [lon + (km * Math.cos(angle)) / 70, lat + (km * Math.sin(angle)) / 111],
    access: n % 6 === 1 ? MORNING : [],
  })
})
const ids = idSource('new')

function world(vans: number, maxHours: number) {
  const vehicles = Array.from({ length: vans }, (_, n) => {
    const id = `van-${n + 1}`
    return van({ id, name: id, maxHours })
  })
  const states = containers.map((each) => stateOf(each, 80))
  const current = snapshot({ containers, states, vehicles })
  const legs = crowLegs([depot.location, ...containers.map(({ location }) => location)])
  const { runs } = planDay({ ...current, containers: containers.slice(2) })
  const wanted = wantedOf(selectBins(current, '2026-11-23', depot.id))
  const fresh = wanted.filter(({ container }) => ['bin-0', 'bin-1'].includes(container.id))
  return { context: { snapshot: current, legs, ids }, runs, fresh }
}

describe('the place found for a stop', () => {
  test.each([
    [3, 8],
    [2, 6],
    [2, 4],
  ])('with %i vans of %i hours is never dearer than any in a trip', (vans, maxHours) => {
    const { context, runs, fresh } = world(vans, maxHours)
    expect(fresh).toHaveLength(2)
    for (const wanted of fresh) {
      const stop = containerStop(wanted, ids)
      const found = cheapestPlace(stop, runs, context)
      const tried = runs.flatMap((run) =>
        run.stops.flatMap((_, index) => {
          const timed = retime(withStop(run, stop, index + 1), context)
          return timed.kind === 'run' ? timed.run.totals.cost - run.totals.cost : []
        }),
      )
      if (isHindrance(found)) expect(tried).toEqual([])
      else expect(found.costs).toBeLessThanOrEqual(Math.min(...tried) + 0.011)
    }
  })

  test('is told to be missing with the reason of the nearest one', () => {
    const { context, runs, fresh } = world(2, 8)
    const [wanted] = fresh
    if (wanted === undefined) throw new Error('bin-0 is full')
    const heavy = { ...containerStop(wanted, ids), expectedKg: 5000 }
    expect(cheapestPlace(heavy, runs, context)).toMatchObject({ code: 'overweight' })
    expect(cheapestPlace(heavy, [], context)).toMatchObject({ code: 'none_free' })
  })
})
