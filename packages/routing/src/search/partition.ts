// Cuts tours in two or more parts that lie apart, so that each can be searched on its own for a while.
import type { Instance, VehicleClass } from '../compile/instance.ts'
import { sfc32 } from '../random/sfc32.ts'
import { type Orders, routesOf } from './orders.ts'

/** Number `index` of `parts`. The same seed gives the same cut, and another one cuts elsewhere. */
export interface Cut {
  readonly parts: number
  readonly index: number
  readonly seed: number
}

export interface Part {
  hasVehicle(vehicle: number): boolean
  hasJob(job: number): boolean
}

/** One part of the tours: every vehicle and job is in one of them. */
export function partOf(instance: Instance, orders: Orders, { parts, index, seed }: Cut): Part {
  const routes = routesOf(orders)
  const partOfVehicle = new Uint8Array(routes.length)
  const partOfJob = new Int16Array(instance.jobCount).fill(-1)
  const used = routes.flatMap((route, vehicle) => (route.length > 0 ? [vehicle] : []))
  const centres = routes.map((route) => route[route.length >> 1] ?? 0)
  const stops = used.reduce((sum, vehicle) => sum + (routes[vehicle]?.length ?? 0), 0)
  let before = 0
  for (const vehicle of inALine(instance, used, centres, seed)) {
    const route = routes[vehicle] as Int32Array
    const part = Math.min(parts - 1, Math.floor((parts * (before + route.length / 2)) / stops))
    partOfVehicle[vehicle] = part
    for (const stop of route) if (stop < instance.jobCount) partOfJob[stop] = part
    before += route.length
  }
  dealIdle(instance, routes, parts, partOfVehicle)
  for (let job = 0; job < instance.jobCount; job++)
    if (partOfJob[job] === -1)
      partOfJob[job] = nearestPart(instance, job, used, centres, partOfVehicle)
  return {
    hasVehicle: (vehicle) => partOfVehicle[vehicle] === index,
    hasJob: (job) => partOfJob[job] === index,
  }
}

/** From a random route towards the one farthest from it. */
function inALine(
  instance: Instance,
  used: readonly number[],
  centres: readonly number[],
  seed: number,
): number[] {
  const first = used[Math.floor(sfc32(seed)() * used.length)] ?? 0
  const from = centres[first] as number
  const away = (vehicle: number) => between(instance, from, centres[vehicle] as number)
  const last = used.reduce((far, vehicle) => (away(vehicle) > away(far) ? vehicle : far), first)
  const to = centres[last] as number
  const lean = new Map(
    used.map((vehicle) => [
      vehicle,
      away(vehicle) - between(instance, to, centres[vehicle] as number),
    ]),
  )
  return used.toSorted((a, b) => (lean.get(a) ?? 0) - (lean.get(b) ?? 0))
}

/** In turn, class by class. */
function dealIdle(
  { classOf, classes }: Instance,
  routes: readonly Int32Array[],
  parts: number,
  partOfVehicle: Uint8Array,
): void {
  const next = new Int32Array(classes.length)
  routes.forEach((route, vehicle) => {
    if (route.length > 0) return
    const own = classOf[vehicle] as number
    partOfVehicle[vehicle] = (next[own] as number) % parts
    next[own] = (next[own] as number) + 1
  })
}

function nearestPart(
  instance: Instance,
  job: number,
  used: readonly number[],
  centres: readonly number[],
  partOfVehicle: Uint8Array,
): number {
  let nearest = -1
  let least = Number.POSITIVE_INFINITY
  for (const vehicle of used) {
    const away = between(instance, job, centres[vehicle] as number)
    if (away >= least) continue
    least = away
    nearest = vehicle
  }
  return nearest < 0 ? 0 : (partOfVehicle[nearest] as number)
}

/** There and back, for the first class. */
function between({ classes, site }: Instance, one: number, other: number): number {
  const { driveCost, size } = classes[0] as VehicleClass
  const a = site[one] as number
  const b = site[other] as number
  return (driveCost[a * size + b] as number) + (driveCost[b * size + a] as number)
}
