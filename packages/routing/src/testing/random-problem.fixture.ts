import fc from 'fast-check'
import type {
  Break,
  FixedStart,
  Job,
  Problem,
  RoutingVehicle,
  TimeWindow,
  TravelMatrix,
  UnloadPlace,
} from '../problem.ts'

const DAY = 2000

export interface ProblemSize {
  readonly jobs: number
  readonly vehicles: number
  readonly windows: number
  readonly breaks: number
  readonly unloads: number
  /** Whether jobs are released in the course of the day. */
  readonly releases?: boolean
}

/** Problems of up to this size with every constraint, feasible or not. No detour is a short cut. */
export function randomProblem(most: ProblemSize): fc.Arbitrary<Problem> {
  return fc
    .record({
      places: fc.integer({ min: 1, max: most.jobs + 2 }),
      loads: fc.integer({ min: 0, max: 2 }),
      profiles: fc.integer({ min: 1, max: 2 }),
    })
    .chain(({ places, loads, profiles }) =>
      fc
        .record({
          matrices: fc.array(randomMatrix(places), { minLength: profiles, maxLength: profiles }),
          jobs: fc.array(randomJob(places, loads, most), { maxLength: most.jobs }),
          vehicles: fc.array(randomVehicle(places, loads, profiles, most), {
            maxLength: most.vehicles,
          }),
          fixedShare: fc.constantFrom(0, 0, 0.3, 0.6),
        })
        .map(({ fixedShare, ...rest }) => withFixed(named(rest), fixedShare)),
    )
}

type Unnamed = Omit<Problem, 'fixed'>

const named = ({ matrices, jobs, vehicles }: Unnamed): Problem => ({
  matrices,
  jobs: jobs.map((job, i) => ({ ...job, id: `j${i}` })),
  vehicles: vehicles.map((vehicle, i) => ({ ...vehicle, id: `v${i}` })),
  fixed: [],
})

/** Fixes the first jobs: by turns at the head of a vehicle and anywhere on it. */
function withFixed(problem: Problem, share: number): Problem {
  const count = problem.vehicles.length === 0 ? 0 : Math.floor(problem.jobs.length * share)
  const fixed = problem.vehicles.map(
    ({ id }, v): FixedStart => ({
      vehicleId: id,
      sequence: idsWhere((i) => i < count && i % 3 < 2 && isOn(i, v)),
      members: idsWhere((i) => i < count && i % 3 === 2 && isOn(i, v)),
    }),
  )
  return { ...problem, fixed: count === 0 ? [] : fixed }

  function isOn(job: number, vehicle: number): boolean {
    return Math.floor(job / 2) % problem.vehicles.length === vehicle
  }
  function idsWhere(holds: (i: number) => boolean): string[] {
    return problem.jobs.flatMap(({ id }, i) => (holds(i) ? [id] : []))
  }
}

function randomMatrix(size: number): fc.Arbitrary<TravelMatrix> {
  const values = fc.array(fc.integer({ min: 10, max: 300 }), {
    minLength: size * size,
    maxLength: size * size,
  })
  return fc.record({ durations: values, distances: values }).map(({ durations, distances }) => ({
    size,
    durations: shortestWays(durations, size),
    distances: shortestWays(distances, size),
  }))
}

/** Floyd–Warshall. */
function shortestWays(values: readonly number[], size: number): Float64Array {
  const ways = Float64Array.from(values, (value, i) => (i % (size + 1) === 0 ? 0 : value))
  for (let via = 0; via < size; via++)
    for (let from = 0; from < size; from++)
      for (let to = 0; to < size; to++) {
        const detour = (ways[from * size + via] ?? 0) + (ways[via * size + to] ?? 0)
        ways[from * size + to] = Math.min(ways[from * size + to] ?? 0, detour)
      }
  return ways
}

const randomJob = (places: number, loads: number, most: ProblemSize): fc.Arbitrary<Job> =>
  fc.record({
    id: fc.constant(''),
    location: fc.nat(places - 1),
    serviceS: fc.constantFrom(0, 10, 45.5),
    load: fc.array(fc.integer({ min: 0, max: 8 }), { minLength: loads, maxLength: loads }),
    windows: randomWindows(0, most.windows),
    prize: fc.option(fc.integer({ min: 0, max: 400 }), { nil: null }),
    vehicleTypes: fc.constantFrom(null, null, null, ['van'], ['van', 'truck'], ['crane']),
    ...(most.releases ? { releaseS: fc.constantFrom(0, 0, 200, 450) } : {}),
  })

const randomVehicle = (
  places: number,
  loads: number,
  profiles: number,
  most: ProblemSize,
): fc.Arbitrary<RoutingVehicle> =>
  fc.record({
    id: fc.constant(''),
    type: fc.constantFrom('van', 'truck'),
    profile: fc.nat(profiles - 1),
    capacity: fc.array(fc.integer({ min: 4, max: 16 }), { minLength: loads, maxLength: loads }),
    start: fc.nat(places - 1),
    end: fc.nat(places - 1),
    shift: fc.constantFrom<TimeWindow>([0, DAY], [0, DAY / 2], [300, DAY], [-500, 700]),
    maxDurationS: fc.constantFrom(null, null, 600, 1000),
    maxDriveS: fc.constantFrom(null, null, null, 300),
    breaks: fc.array(randomBreak(), { maxLength: most.breaks }),
    unloads: fc.array(randomUnload(places, most), { maxLength: most.unloads }),
    unloadAtEnd: fc.boolean(),
    cost: fc.record({
      fixed: fc.constantFrom(0, 50),
      perM: fc.constantFrom(0, 0.5, 1),
      perS: fc.constantFrom(0, 0.25, 1),
    }),
  })

const randomBreak = (): fc.Arbitrary<Break> =>
  fc.record({ durationS: fc.constantFrom(30, 60), windows: randomWindows(1, 2) })

const randomUnload = (places: number, most: ProblemSize): fc.Arbitrary<UnloadPlace> =>
  fc.record({
    location: fc.nat(places - 1),
    serviceS: fc.constantFrom(0, 20),
    windows: randomWindows(0, most.windows),
  })

/** Disjoint and in order. */
const randomWindows = (least: number, most: number): fc.Arbitrary<TimeWindow[]> =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: DAY / 10 }), {
      minLength: 2 * least,
      maxLength: 2 * most + 1,
    })
    .map((ends) => {
      const sorted = ends.map((end) => end * 10).sort((a, b) => a - b)
      return Array.from(
        { length: Math.floor(sorted.length / 2) },
        (_, i): TimeWindow => [sorted[2 * i] ?? 0, sorted[2 * i + 1] ?? 0],
      )
    })
