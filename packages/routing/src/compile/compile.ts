import type { Job, Problem, RoutingVehicle, TimeWindow } from '../problem.ts'
import { EPSILON } from '../tolerance.ts'
import { compileMatrices, orderSites, type Roads } from './compile-matrices.ts'
import type { Clock, Instance, VehicleClass, Windows } from './instance.ts'

/** A valid problem to flat arrays. */
export function compile(problem: Problem): Instance {
  const { jobs, vehicles, fixed } = problem
  const { classOf, members } = classify(problem)
  const places = [...jobs, ...members.flatMap(({ unloads }) => unloads)]
  const ends = members.flatMap(({ start, end }) => [start, end])
  const sites = orderSites(problem.matrices[0], [...ends, ...places.map((p) => p.location)])
  const siteOf = new Map(Array.from(sites, (location, site) => [location, site]))
  const roads = compileMatrices(problem.matrices, sites)
  let visits = jobs.length
  const classes = members.map((vehicle, index) => {
    const hasHead = fixed.some((f) => f.vehicleId === vehicle.id && f.sequence.length > 0)
    const compiled = compileClass(vehicle, index, roads, siteOf, visits, hasHead)
    visits += compiled.unloadCount
    return compiled
  })
  const windows = places.map((place) => compileWindows(place.windows))
  const anyReleases = jobs.some(({ releaseS }) => releaseS !== undefined)
  return {
    jobCount: jobs.length,
    loadCount: vehicles[0]?.capacity.length ?? 0,
    location: Int32Array.from(places, (place) => place.location),
    site: Int32Array.from(places, ({ location }) => siteOf.get(location) as number),
    serviceS: Float64Array.from(places, (place) => place.serviceS),
    windows,
    opens: Float64Array.from(windows, (own) => own[0] as number),
    closes: Float64Array.from(windows, (own) => own.at(-1) as number),
    load: Float64Array.from(jobs.flatMap((job) => job.load)),
    releaseS: Float64Array.from(jobs, (job) => job.releaseS ?? Number.NEGATIVE_INFINITY),
    ...fixing(problem),
    allowed: allowance(problem, members),
    classes,
    classOf,
    anyWindows: jobs.some((job) => job.windows.length > 0),
    anyReleases,
    anyUnloads: visits > jobs.length,
    clock: clockFor(problem, classes, roads, anyReleases),
  }
}

export const typeAllows = (job: Job, vehicle: RoutingVehicle): boolean =>
  job.vehicleTypes === null || job.vehicleTypes.includes(vehicle.type)

export const isLargeEnough = (vehicle: RoutingVehicle, job: Job): boolean =>
  job.load.every((amount, i) => amount <= (vehicle.capacity[i] ?? 0) + EPSILON)

/** Which class each vehicle is of, and one vehicle of each. */
function classify({ vehicles, fixed }: Problem) {
  const known = new Map<string, number>()
  const own = new Set(fixed.map(({ vehicleId }) => vehicleId))
  const members: RoutingVehicle[] = []
  const classOf = Int32Array.from(vehicles, (vehicle) => {
    const { id, ...rest } = vehicle
    const key = JSON.stringify(own.has(id) ? [id] : rest)
    const index = known.get(key) ?? members.push(vehicle) - 1
    known.set(key, index)
    return index
  })
  return { classOf, members }
}

function fixing({ jobs, fixed }: Problem): Pick<Instance, 'mandatory' | 'prize' | 'headRank'> {
  const named = new Set(fixed.flatMap(({ sequence, members }) => [...sequence, ...members]))
  const rankOf = new Map(
    fixed.flatMap(({ sequence }) => sequence.map((id, rank): [string, number] => [id, rank])),
  )
  return {
    mandatory: Uint8Array.from(jobs, ({ id, prize }) => Number(prize === null || named.has(id))),
    prize: Float64Array.from(jobs, (job) => job.prize ?? 0),
    headRank: Int32Array.from(jobs, (job) => rankOf.get(job.id) ?? -1),
  }
}

function allowance({ jobs, fixed }: Problem, members: readonly RoutingVehicle[]): Uint8Array {
  const homeOf = new Map(
    fixed.flatMap(({ vehicleId, sequence, members: others }) =>
      [...sequence, ...others].map((jobId): [string, string] => [jobId, vehicleId]),
    ),
  )
  const allowed = new Uint8Array(members.length * jobs.length)
  members.forEach((vehicle, index) => {
    jobs.forEach((job, i) => {
      const isAtHome = (homeOf.get(job.id) ?? vehicle.id) === vehicle.id
      const may = isAtHome && typeAllows(job, vehicle) && isLargeEnough(vehicle, job)
      allowed[index * jobs.length + i] = Number(may)
    })
  })
  return allowed
}

function compileClass(
  vehicle: RoutingVehicle,
  index: number,
  roads: readonly Roads[],
  siteOf: ReadonlyMap<number, number>,
  firstUnload: number,
  hasHead: boolean,
): VehicleClass {
  const road = roads[vehicle.profile] as Roads
  const { fixed, perM, perS } = vehicle.cost
  const driveCost = road.driveCost(perM, perS)
  const durations = road.durations()
  const cannotUnload = vehicle.unloadAtEnd && vehicle.unloads.length === 0
  return {
    index,
    given: road.given,
    start: vehicle.start,
    end: vehicle.end,
    size: siteOf.size,
    durations: durations.from,
    durationsTo: durations.to,
    driveCost: driveCost.from,
    driveCostTo: driveCost.to,
    startSite: siteOf.get(vehicle.start) as number,
    endSite: siteOf.get(vehicle.end) as number,
    capacity: Float64Array.from(vehicle.capacity, (most) => (cannotUnload ? 0 : most)),
    shiftFrom: vehicle.shift[0],
    shiftTo: vehicle.shift[1],
    maxDurationS: vehicle.maxDurationS ?? Number.POSITIVE_INFINITY,
    maxDriveS: vehicle.maxDriveS ?? Number.POSITIVE_INFINITY,
    breaks: vehicle.breaks.map(({ durationS, windows }) => ({
      durationS,
      windows: compileWindows(windows),
    })),
    firstUnload,
    unloadCount: vehicle.unloads.length,
    unloadAtEnd: vehicle.unloadAtEnd,
    fixedCost: fixed,
    perM,
    perS,
    hasHead,
  }
}

/** The least that decides every order right. */
function clockFor(
  { jobs, matrices }: Problem,
  classes: readonly VehicleClass[],
  roads: readonly Roads[],
  anyReleases: boolean,
): Clock {
  const isLong = ({ maxDurationS, perS }: VehicleClass) =>
    maxDurationS < Number.POSITIVE_INFINITY || perS > 0
  const service = jobs.reduce((sum, { serviceS }) => sum + serviceS, 0)
  const driving = Math.max(0, ...roads.map(({ longestS }) => longestS)) * (jobs.length + 1)
  const neverLate = (c: VehicleClass) =>
    service + driving <= Math.min(c.shiftTo - c.shiftFrom, c.maxDurationS, c.maxDriveS)
  const untimed = (c: VehicleClass) => c.breaks.length === 0 && c.unloadCount === 0 && neverLate(c)
  const anyWindows = jobs.some(({ windows }) => windows.length > 0)
  if (matrices.length > 0 && !anyWindows && !anyReleases && classes.every(untimed)) return 'none'
  const breaks = classes.some((c) => c.breaks.length > 0)
  return breaks || anyReleases || classes.some(isLong) ? 'duration' : 'finish'
}

const compileWindows = (windows: readonly TimeWindow[]): Windows =>
  windows.length === 0
    ? Float64Array.of(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
    : Float64Array.from(windows.flat())
