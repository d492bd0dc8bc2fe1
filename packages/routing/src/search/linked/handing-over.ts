// What it would cost that another driver takes over a route, and who may.
import type { VehicleClass } from '../../compile/instance.ts'
import { EPSILON } from '../../tolerance.ts'
import type { LinkedTours } from './linked-tours.ts'

type Routes = Pick<LinkedTours, 'instance' | 'drivers' | 'room' | 'way' | 'next'>

/**
 * What it costs that a driver of the class takes over the route, in money; infinite where none is at hand or it
 * may not serve the stops and `job`, unless that is -1.
 */
export function handingOver(routes: Routes, route: number, index: number, job: number): number {
  const { drivers, room, way } = routes
  const { load, loadCount, classes } = routes.instance
  if (drivers.idle[index]?.size === 0) return Number.POSITIVE_INFINITY
  const { capacity, fixedCost } = classes[index] as VehicleClass
  for (let n = 0; n < loadCount; n++) {
    const at = route * loadCount + n
    const more = job < 0 ? 0 : (load[job * loadCount + n] as number)
    const left = (room[at] as number) - (drivers.capacity[at] as number)
    if (left + (capacity[n] as number) + EPSILON < more) return Number.POSITIVE_INFINITY
  }
  if (drivers.areChoosy && !mayServeAll(routes, route, index, job)) return Number.POSITIVE_INFINITY
  const rate = (drivers.rates[index] as number) - (drivers.rate[route] as number)
  return rate * (way[route] as number) + fixedCost - (drivers.fixedCost[route] as number)
}

function mayServeAll(routes: Routes, route: number, index: number, job: number): boolean {
  const { drivers, next, instance } = routes
  const home = instance.jobCount + route
  if (job >= 0 && !drivers.allows(index, job)) return false
  for (let stop = next[home] as number; stop !== home; stop = next[stop] as number)
    if (!drivers.allows(index, stop)) return false
  return true
}
