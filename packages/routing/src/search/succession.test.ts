import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from '../compile/compile.ts'
import { sfc32 } from '../random/sfc32.ts'
import { solve } from '../solve.ts'
import { HOUR, job, van } from '../testing/day.fixture.ts'
import { randomProblem } from '../testing/random-problem.fixture.ts'
import { verify } from '../verify/verify.ts'
import { shortenOrder } from './shorter-order.ts'

const clock = () => 0

test('three trips of a van become one of a truck, where that is cheaper', () => {
  const unloads = [{ location: 0, serviceS: 900, windows: [] }]
  const shared = { unloads, unloadAtEnd: true, shift: [0, 12 * HOUR] } as const
  const cost = { fixed: 60, perM: 0.0003, perS: 30 / HOUR }
  const vans = ['van-1', 'van-2'].map((id) => van(id, { ...shared, capacity: [8], cost }))
  const truck = van('truck', {
    ...{ ...shared, type: 'truck', capacity: [32] },
    cost: { fixed: 120, perM: 0.0006, perS: 30 / HOUR },
  })
  const jobs = Array.from({ length: 24 }, (_, n) => job(`j${n}`, 30 + n))
  const problem = { matrices: [plane(80)], jobs, vehicles: [...vans, truck], fixed: [] }
  const options = { seed: 1, iterations: 4000, clock }
  const alone = solve({ ...problem, vehicles: [truck] }, options)
  const mixed = solve(problem, options)
  expect(alone.unserved).toEqual([])
  expect(mixed.cost).toBeLessThanOrEqual(alone.cost + 1e-6)
  expect(solve({ ...problem, vehicles: vans }, options).cost).toBeGreaterThan(alone.cost)
})

test('two vans with a trip each become one with two, where that is cheaper', () => {
  const unloads = [{ location: 0, serviceS: 900, windows: [] }]
  const cost = { fixed: 60, perM: 0.0003, perS: 30 / HOUR }
  const shared = {
    unloads,
    unloadAtEnd: true,
    shift: [0, 12 * HOUR],
    capacity: [10],
    cost,
  } as const
  const vehicles = [1, 2, 3, 4, 5].map((n) => van(`van-${n}`, shared))
  const jobs = Array.from({ length: 40 }, (_, n) => job(`j${n}`, 30 + n))
  const problem = { matrices: [plane(80)], jobs, vehicles, fixed: [] }
  const options = { seed: 1, iterations: 3000, clock }
  const alone = solve({ ...problem, vehicles: vehicles.slice(0, 1) }, options)
  expect(alone.unserved).toEqual([])
  const all = solve(problem, options)
  expect(all.routes).toHaveLength(1)
  expect(all.cost).toBeLessThan(1.001 * alone.cost)
})

test('a vehicle at home takes all over where jobs have releases and vehicles unload, too', () => {
  const shared = {
    unloads: [{ location: 0, serviceS: 0, windows: [] }],
    shift: [0, 12 * HOUR],
    capacity: [10],
  } as const
  const vehicles = [
    van('by the hour', { ...shared, cost: { fixed: 0, perM: 0, perS: 1 } }),
    van('by the day', { ...shared, cost: { fixed: 50, perM: 0, perS: 0 } }),
  ]
  const jobs = [1, 2].map((n) => ({ ...job(`j${n}`, 0), serviceS: 45, load: [0], releaseS: 0 }))
  const problem = { matrices: [plane(1)], jobs, vehicles, fixed: [] }
  expect(solve(problem, { seed: 1, iterations: 1500, clock }).cost).toBe(50)
})

test('whatever differs between the vehicles, the verifier finds nothing', () => {
  const size = { jobs: 12, vehicles: 4, windows: 1, breaks: 1, unloads: 2 }
  fc.assert(
    fc.property(randomProblem(size), fc.integer(), (problem, seed) => {
      const vehicles = problem.vehicles.map((each, n) => ({ ...each, type: `type ${n % 2}` }))
      const cheaper = vehicles.map((each, n) =>
        n % 2 === 0 ? each : { ...each, cost: { ...each.cost, fixed: each.cost.fixed / 4 } },
      )
      const mixed = { ...problem, vehicles: cheaper }
      expect(verify(mixed, solve(mixed, { seed, iterations: 1200, clock }))).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('an order is never longer than before, and has the same stops', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 0, max: 40 }), (seed, count) => {
      const problem = {
        matrices: [plane(60)],
        jobs: Array.from({ length: 59 }, (_, n) => job(`j${n}`, n + 1)),
        vehicles: [van('v')],
        fixed: [],
      }
      const instance = compile(problem)
      const [owner] = instance.classes
      if (owner === undefined) throw new Error('no class')
      const random = sfc32(seed)
      const jobs = [...problem.jobs.keys()].sort(() => random() - 0.5).slice(0, count)
      const sites = jobs.map((each) => instance.site[each] as number)
      const lengthOf = (stops: readonly number[]) =>
        [owner.startSite, ...stops, owner.endSite].reduce(
          (sum, to, at, all) =>
            at === 0 ? 0 : sum + (owner.driveCost[(all[at - 1] as number) * owner.size + to] ?? 0),
          0,
        )
      const before = { jobs: [...jobs], length: lengthOf(sites) }
      shortenOrder(owner, sites, jobs)
      expect(lengthOf(sites)).toBeLessThanOrEqual(before.length + 1e-6)
      expect(jobs.toSorted((a, b) => a - b)).toEqual(before.jobs.toSorted((a, b) => a - b))
      expect(sites).toEqual(jobs.map((each) => instance.site[each]))
    }),
    { numRuns: 100 },
  )
})

/** Places strewn over 30 by 30 km, the depot 30 km away. */
function plane(size: number) {
  const random = sfc32(7)
  const places = Array.from({ length: size }, (_, n) =>
    n === 0 ? [-30, 15] : [30 * random(), 30 * random()],
  )
  const distances = Float64Array.from({ length: size * size }, (_, at) => {
    const [x = 0, y = 0] = places[Math.floor(at / size)] ?? []
    const [u = 0, v = 0] = places[at % size] ?? []
    return Math.round(1000 * Math.hypot(x - u, y - v))
  })
  return { size, distances, durations: distances.map((metres) => Math.round(metres / 15)) }
}
