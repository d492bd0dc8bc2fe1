import type { Standing } from './standing.ts'

/** All routes, flat: for each vehicle its number of stops, then these as visits. */
export type Orders = Int32Array

export const flatOrders = (tours: Standing): Orders =>
  flatten(Array.from(tours.instance.classOf, (_, vehicle) => tours.stopsOf(vehicle)))

export const routeCosts = (tours: Standing): Float64Array =>
  Float64Array.from(tours.instance.classOf, (_, vehicle) => tours.costOf(vehicle))

export function flatten(routes: readonly Int32Array[]): Orders {
  const flat = new Int32Array(routes.reduce((sum, { length }) => sum + 1 + length, 0))
  let at = 0
  for (const route of routes) {
    flat[at++] = route.length
    flat.set(route, at)
    at += route.length
  }
  return flat
}

/** By vehicle; views, not copies. */
export function routesOf(orders: Orders): Int32Array[] {
  const routes: Int32Array[] = []
  for (let at = 0; at < orders.length; ) {
    const length = orders[at++] as number
    routes.push(orders.subarray(at, at + length))
    at += length
  }
  return routes
}

/** Each vehicle's route from the one of `parts` where it has one. */
export function mergeOrders(parts: readonly Orders[]): Orders {
  const [first = [], ...others] = parts.map(routesOf)
  return flatten(
    first.map((route, vehicle) =>
      others.reduce((known, part) => (known.length > 0 ? known : (part[vehicle] ?? known)), route),
    ),
  )
}
