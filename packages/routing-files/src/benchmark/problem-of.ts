import type { Job, Problem, RoutingVehicle, TimeWindow } from '@bakwacht/routing'
import type { BenchmarkInstance, BenchmarkVehicle } from './benchmark-instance.ts'
import { distanceTable, scaled } from './distance-table.ts'
import { fleetSize } from './fleet-size.ts'

/** Where a file has no times, nothing shall bind. */
const ANY_TIME: TimeWindow = [0, 1e9]
/** Money of the `exact` convention is in hundredths. */
const HUNDREDTH = 0.01

/**
 * The problem whose cost is the instance's published cost. Jobs are named by customer (from 1),
 * vehicles by their place in the file (from 1); a unit of distance is a unit of time.
 */
export function problemOf(instance: BenchmarkInstance): Problem {
  const table = distanceTable(instance)
  return {
    matrices: [{ size: instance.demands.length, durations: table, distances: table }],
    jobs: instance.demands.slice(1).map((_, i) => jobOf(instance, i + 1)),
    vehicles: fleetOf(instance).map((vehicle, k) => vehicleOf(instance, vehicle, k + 1)),
    fixed: [],
  }
}

function jobOf(instance: BenchmarkInstance, node: number): Job {
  const { convention, demands, serviceTimes, releases, prizes } = instance
  const prize = scaled(convention, prizes?.[node] ?? 0)
  return {
    id: String(node),
    location: node,
    serviceS: scaled(convention, serviceTimes[node] ?? 0),
    load: [demands[node] ?? 0],
    windows: instance.windows === null ? [] : [windowOf(instance, node)],
    prize: prize === 0 ? null : prize,
    vehicleTypes: null,
    ...(releases === null ? {} : { releaseS: scaled(convention, releases[node] ?? 0) }),
  }
}

function windowOf({ convention, windows }: BenchmarkInstance, node: number): TimeWindow {
  const window = windows?.[node]
  if (window === undefined) return ANY_TIME
  return [scaled(convention, window[0]), scaled(convention, window[1])]
}

function fleetOf({ vehicles, demands, capacity }: BenchmarkInstance): readonly BenchmarkVehicle[] {
  const plain = { capacity, fixedCost: 0, unitCost: 1, reloads: false }
  return vehicles ?? Array.from({ length: fleetSize(demands.slice(1), capacity) }, () => plain)
}

function vehicleOf(
  instance: BenchmarkInstance,
  vehicle: BenchmarkVehicle,
  number: number,
): RoutingVehicle {
  const money = instance.convention === 'exact' ? HUNDREDTH : 1
  const open = windowOf(instance, 0)
  return {
    id: String(number),
    type: 'any',
    profile: 0,
    capacity: [vehicle.capacity],
    start: 0,
    end: 0,
    shift: open,
    maxDurationS: null,
    breaks: [],
    unloads: vehicle.reloads ? [{ location: 0, serviceS: 0, windows: [open] }] : [],
    unloadAtEnd: false,
    cost: {
      fixed: vehicle.fixedCost * money,
      perM: vehicle.unitCost * money,
      perS: 0,
    },
  }
}
