import type { Problem } from '../problem.ts'

/** The problem with vehicles all like the first, every job a must, and nothing that depends on time. */
export function alike({ matrices, jobs, vehicles }: Problem): Problem {
  const [first] = vehicles
  return {
    matrices,
    fixed: [],
    jobs: jobs.map(({ releaseS: _, ...job }) => ({
      ...job,
      windows: [],
      prize: null,
      vehicleTypes: null,
    })),
    vehicles: vehicles.map(({ id }) => ({
      ...(first as (typeof vehicles)[number]),
      id,
      shift: [0, 1e9],
      maxDurationS: null,
      maxDriveS: null,
      breaks: [],
      unloads: [],
      unloadAtEnd: false,
    })),
  }
}
