import type { Job, Problem, RoutingVehicle, TimeWindow } from '../problem.ts'
import { EPSILON } from '../tolerance.ts'
import { compileMatrices, type DriveCosts } from './compile-matrices.ts'
import type { CompiledVehicle, Instance, Windows } from './instance.ts'

/** A valid problem to flat arrays. */
export function compile(problem: Problem): Instance {
  const { jobs, vehicles, fixed } = problem
  const jobCount = jobs.length
  const homeOf = new Map(
    fixed.flatMap(({ vehicleId, sequence, members }) =>
      [...sequence, ...members].map((jobId): [string, string] => [jobId, vehicleId]),
    ),
  )
  const rankOf = new Map(
    fixed.flatMap(({ sequence }) => sequence.map((id, rank): [string, number] => [id, rank])),
  )
  const matrices = compileMatrices(problem.matrices)
  const classes = new Map<string, number>()
  const fixedVehicles = new Set(fixed.map(({ vehicleId }) => vehicleId))
  return {
    jobCount,
    loadCount: vehicles[0]?.capacity.length ?? 0,
    location: Int32Array.from(jobs, (job) => job.location),
    serviceS: Float64Array.from(jobs, (job) => job.serviceS),
    load: Float64Array.from(jobs.flatMap((job) => job.load)),
    windows: jobs.map((job) => compileWindows(job.windows)),
    mandatory: Uint8Array.from(jobs, ({ id, prize }) => Number(prize === null || homeOf.has(id))),
    prize: Float64Array.from(jobs, (job) => job.prize ?? 0),
    headRank: Int32Array.from(jobs, (job) => rankOf.get(job.id) ?? -1),
    allowed: Uint8Array.from(
      vehicles.flatMap((vehicle) =>
        jobs.map((job) =>
          Number(
            (homeOf.get(job.id) ?? vehicle.id) === vehicle.id &&
              typeAllows(job, vehicle) &&
              isLargeEnough(vehicle, job),
          ),
        ),
      ),
    ),
    vehicles: vehicles.map((vehicle) =>
      compileVehicle(vehicle, classOf(vehicle, classes, fixedVehicles), matrices),
    ),
    anyWindows: jobs.some((job) => job.windows.length > 0),
  }
}

export const typeAllows = (job: Job, vehicle: RoutingVehicle): boolean =>
  job.vehicleTypes === null || job.vehicleTypes.includes(vehicle.type)

export const isLargeEnough = (vehicle: RoutingVehicle, job: Job): boolean =>
  job.load.every((amount, i) => amount <= (vehicle.capacity[i] ?? 0) + EPSILON)

function classOf(
  { id, ...rest }: RoutingVehicle,
  classes: Map<string, number>,
  fixedVehicles: ReadonlySet<string>,
): number {
  const key = fixedVehicles.has(id) ? JSON.stringify([id]) : JSON.stringify(rest)
  const known = classes.get(key) ?? classes.size
  classes.set(key, known)
  return known
}

function compileVehicle(
  vehicle: RoutingVehicle,
  vehicleClass: number,
  matrices: readonly DriveCosts[],
): CompiledVehicle {
  const { size, durations, distances, driveCost } = matrices[vehicle.profile] as DriveCosts
  const { fixed, perM, perS } = vehicle.cost
  return {
    class: vehicleClass,
    size,
    durations,
    distances,
    driveCost: driveCost(perM, perS),
    start: vehicle.start,
    end: vehicle.end,
    capacity: Float64Array.from(vehicle.capacity),
    shiftFrom: vehicle.shift[0],
    shiftTo: vehicle.shift[1],
    maxDurationS: vehicle.maxDurationS ?? Number.POSITIVE_INFINITY,
    breaks: vehicle.breaks.map(({ durationS, windows }) => ({
      durationS,
      windows: compileWindows(windows),
    })),
    unloads: vehicle.unloads.map(({ location, serviceS, windows }) => ({
      location,
      serviceS,
      windows: compileWindows(windows),
    })),
    unloadAtEnd: vehicle.unloadAtEnd,
    fixedCost: fixed,
    perM,
    perS,
  }
}

const compileWindows = (windows: readonly TimeWindow[]): Windows =>
  windows.length === 0
    ? Float64Array.of(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
    : Float64Array.from(windows.flat())
