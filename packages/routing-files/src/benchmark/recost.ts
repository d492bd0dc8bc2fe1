// Judges routes by the instance file alone, with arithmetic of its own: neither the search nor the
// problem that the search was given has a say in it.
import type { VehicleRoute } from '../sol/vehicle-route.ts'
import type { BenchmarkInstance, BenchmarkVehicle } from './benchmark-instance.ts'

export interface Recost {
  /** In the units in which the set's costs are published; prizes of customers left out included. */
  readonly cost: number
  /** Rules of the file that the routes break, in words; empty: none. */
  readonly faults: readonly string[]
}

export function recost(instance: BenchmarkInstance, routes: readonly VehicleRoute[]): Recost {
  const faults: string[] = []
  let cost = 0
  for (const route of routes) {
    const vehicle =
      instance.vehicles === null
        ? { capacity: instance.capacity, fixedCost: 0, unitCost: 1, reloads: false }
        : instance.vehicles[route.vehicle - 1]
    if (vehicle === undefined) faults.push(`there is no vehicle ${route.vehicle}`)
    else if (route.trips.length > 0) {
      cost += costOf(instance, vehicle, route)
      faults.push(...loadFaults(instance, vehicle, route), ...timeFaults(instance, route))
    }
  }
  faults.push(...visitFaults(instance, routes))
  return { cost: cost + prizesLeft(instance, routes), faults }
}

function between(instance: BenchmarkInstance, from: number, to: number): number {
  const { convention, points, weights, demands } = instance
  const [ax, ay] = points[from] ?? [0, 0]
  const [bx, by] = points[to] ?? [0, 0]
  const length =
    weights === null
      ? Math.sqrt((ax - bx) * (ax - bx) + (ay - by) * (ay - by))
      : (weights[from * demands.length + to] ?? Number.NaN)
  if (convention === 'tenths') return Math.trunc(length * 10)
  return convention === 'nearest' ? Math.round(length) : length
}

const inUnits = ({ convention }: BenchmarkInstance, value: number): number =>
  convention === 'tenths' ? Math.trunc(value * 10) : value

function costOf(
  instance: BenchmarkInstance,
  { fixedCost, unitCost }: BenchmarkVehicle,
  { trips }: VehicleRoute,
): number {
  let length = 0
  for (const trip of trips) {
    let at = 0
    for (const node of [...trip, 0]) {
      length += between(instance, at, node)
      at = node
    }
  }
  const cost = fixedCost + length * unitCost
  return instance.convention === 'exact' ? cost / 100 : cost
}

function prizesLeft(instance: BenchmarkInstance, routes: readonly VehicleRoute[]): number {
  const served = new Set(routes.flatMap(({ trips }) => trips.flat()))
  return (instance.prizes ?? []).reduce(
    (sum, prize, node) => (node === 0 || served.has(node) ? sum : sum + inUnits(instance, prize)),
    0,
  )
}

function loadFaults(
  { demands }: BenchmarkInstance,
  { capacity, reloads }: BenchmarkVehicle,
  { vehicle, trips }: VehicleRoute,
): string[] {
  const loads = trips.map((trip) => trip.reduce((sum, node) => sum + (demands[node] ?? 0), 0))
  const over = loads.find((load) => load > capacity * (1 + 1e-9))
  return [
    ...(over === undefined ? [] : [`vehicle ${vehicle} carries ${over} of ${capacity}`]),
    ...(trips.length > 1 && !reloads ? [`vehicle ${vehicle} may not load again`] : []),
  ]
}

function timeFaults(instance: BenchmarkInstance, { vehicle, trips }: VehicleRoute): string[] {
  const { windows, releases, serviceTimes } = instance
  if (windows === null) return []
  const [opens, closes] = windowAt(0)
  const faults: string[] = []
  let clock = opens
  for (const trip of trips) {
    for (const node of trip) clock = Math.max(clock, inUnits(instance, releases?.[node] ?? 0))
    let at = 0
    for (const node of trip) {
      const [from, to] = windowAt(node)
      clock = Math.max(clock + between(instance, at, node), from)
      if (clock > to) faults.push(`vehicle ${vehicle} serves ${node} at ${clock}, after ${to}`)
      clock += inUnits(instance, serviceTimes[node] ?? 0)
      at = node
    }
    clock += between(instance, at, 0)
  }
  if (clock > closes) faults.push(`vehicle ${vehicle} is back at ${clock}, after ${closes}`)
  return faults

  function windowAt(node: number): readonly [number, number] {
    const [from, to] = windows?.[node] ?? [0, 0]
    return [inUnits(instance, from), inUnits(instance, to)]
  }
}

function visitFaults(
  { demands, prizes }: BenchmarkInstance,
  routes: readonly VehicleRoute[],
): string[] {
  const visits = demands.map(() => 0)
  const faults: string[] = []
  for (const node of routes.flatMap(({ trips }) => trips.flat())) {
    const before = visits[node]
    if (node === 0 || before === undefined) faults.push(`there is no customer ${node}`)
    else visits[node] = before + 1
  }
  visits.forEach((times, node) => {
    const optional = (prizes?.[node] ?? 0) > 0
    if (times > 1) faults.push(`customer ${node} is served ${times} times`)
    if (times === 0 && node > 0 && !optional) faults.push(`customer ${node} is not served`)
  })
  return faults
}
