// What each thread searches until they meet: a part of the one tour, or a tour of its own.
import { type Cut, type Found, mergeOrders } from '@bakwacht/routing'

/** Parts with fewer routes or stops have too little to exchange: the threads search the whole then. */
const ROUTES_PER_PART = 5
const STOPS_PER_PART = 100

export interface Share {
  readonly from: Found['orders']
  /** `null`: all of the tour. */
  readonly cut: Cut | null
}

/** What came of a share, or of a tour. */
export interface Reached {
  readonly current: Found
  readonly best: Found
}

/** One tour if it is worth parts; otherwise one for each thread. */
export function asFew(tours: readonly Found[], threads: number): readonly Found[] {
  const [first] = tours
  if (first === undefined || areWorthParts(first.orders, threads)) return tours.slice(0, 1)
  return Array.from({ length: threads }, (_, i) => tours[i] ?? first)
}

/** @param tours one, or one for each thread */
export function sharesOf(tours: readonly Found[], threads: number, seed: number): Share[] {
  return Array.from({ length: threads }, (_, index) => {
    const own = tours[index % tours.length] as Found
    const cut = tours.length < threads ? { parts: threads, index, seed } : null
    return { from: own.orders, cut }
  })
}

/** The parts make one tour again, where there was one. */
export const joined = (results: readonly Reached[], tours: number): readonly Reached[] =>
  tours === results.length
    ? results
    : [
        {
          current: merged(results.map(({ current }) => current)),
          best: merged(results.map(({ best }) => best)),
        },
      ]

const merged = (parts: readonly Found[]): Found => ({
  orders: mergeOrders(parts.map(({ orders }) => orders)),
  costs: sumOf(parts.map(({ costs }) => costs)),
  missing: parts.reduce((sum, { missing }) => sum + missing, 0),
  cost: parts.reduce((sum, { cost }) => sum + cost, 0),
})

/** A vehicle has its route in one part, and costs nothing in the others. */
const sumOf = ([first, ...others]: readonly Float64Array[]): Float64Array =>
  Float64Array.from(first ?? [], (cost, vehicle) =>
    others.reduce((sum, costs) => sum + (costs[vehicle] as number), cost),
  )

/** The worst gives way to a copy of the best. */
export function compared(tours: readonly Found[]): readonly Found[] {
  const best = tours.reduce(better)
  const worst = tours.reduce((one, other) => (better(one, other) === one ? other : one))
  return tours.map((tour) => (tour === worst ? best : tour))
}

export const better = (one: Found, other: Found): Found =>
  other.missing < one.missing || (other.missing === one.missing && other.cost < one.cost)
    ? other
    : one

function areWorthParts(orders: Found['orders'], parts: number): boolean {
  let routes = 0
  let stops = 0
  for (let at = 0; at < orders.length; at += 1 + (orders[at] as number)) {
    stops += orders[at] as number
    if ((orders[at] as number) > 0) routes++
  }
  return routes >= ROUTES_PER_PART * parts && stops >= STOPS_PER_PART * parts
}
