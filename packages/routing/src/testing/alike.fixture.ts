import type { Problem, RoutingVehicle } from '../problem.ts'

/** The problem with vehicles all like the first, every job a must, and nothing that depends on time. */
export function alike(problem: Problem): Problem {
  const { jobs, vehicles, ...rest } = onSameRoads(problem)
  const [first] = vehicles
  return {
    ...rest,
    jobs: jobs.map((job) => ({ ...job, vehicleTypes: null })),
    vehicles: vehicles.map(({ id }) => ({ ...(first as RoutingVehicle), id })),
  }
}

/**
 * The problem with every job a must, nothing that depends on time, and vehicles that differ in type, capacity, fixed
 * cost and how many times as much as the first they cost on the road.
 */
export function onSameRoads({ matrices, jobs, vehicles }: Problem): Problem {
  const [first] = vehicles as readonly [RoutingVehicle, ...RoutingVehicle[]]
  const { perM, perS } = first.cost
  return {
    matrices,
    fixed: [],
    jobs: jobs.map(({ releaseS: _, ...job }) => ({ ...job, windows: [], prize: null })),
    vehicles: vehicles.map(({ id, type, capacity, cost }, i) => {
      const rate = i === 0 ? 1 : 0.5 + cost.perM
      return {
        ...first,
        id,
        type,
        capacity,
        cost: { fixed: cost.fixed, perM: rate * perM, perS: rate * perS },
        shift: [0, 1e9],
        maxDurationS: null,
        maxDriveS: null,
        breaks: [],
        unloads: [],
        unloadAtEnd: false,
      }
    }),
  }
}
