// Two tours of one problem that have a past in common differ in places: there some routes of the one serve together
// what some routes of the other do. The crossing has each such place from the tour where it costs less, so it costs
// no more than either ("partition crossover", Whitley, Hains and Howe, GECCO 2009, told of routes instead of cycles).
import { EPSILON } from '../tolerance.ts'
import { flatten, routesOf } from './orders.ts'
import type { Found } from './search.ts'

/** A route, what it costs, and the first tour's vehicle that stands for its place; -1: without stops it has none. */
interface Placed {
  readonly stops: Int32Array
  readonly cost: number
  readonly place: number
}

/** Of tours by vehicles all alike; the first as it is where a job is missing or vehicles are too few. */
export function crossed(one: Found, other: Found): Found {
  if (one.missing > 0 || other.missing > 0) return one
  const [mine, theirs] = placed(one, other)
  const gain = new Float64Array(mine.length)
  for (const { place, cost } of mine) if (place >= 0) gain[place] = (gain[place] as number) + cost
  for (const { place, cost } of theirs) if (place >= 0) gain[place] = (gain[place] as number) - cost
  const isGained = ({ place }: Placed) => place >= 0 && (gain[place] as number) > EPSILON
  const gained = theirs.filter(isGained)
  const routes = mine.map((route) => (isGained(route) || route.place < 0 ? gained.pop() : route))
  if (gained.length > 0) return one
  const costs = Float64Array.from(routes, (route) => route?.cost ?? 0)
  return {
    orders: flatten(routes.map((route) => route?.stops ?? NO_STOPS)),
    costs,
    missing: 0,
    cost: costs.reduce((sum, cost) => sum + cost, 0),
  }
}

const NO_STOPS = new Int32Array()

/** Both tours' routes: two share a place if they share a job, or each shares one with a third that does. */
function placed(one: Found, other: Found): [mine: Placed[], theirs: Placed[]] {
  const [mine, theirs] = [routesOf(one.orders), routesOf(other.orders)]
  const driver = new Map<number, number>()
  for (const [vehicle, stops] of mine.entries()) for (const job of stops) driver.set(job, vehicle)
  const leader = mine.map((_, vehicle) => vehicle)
  const placeOf = (vehicle: number): number => {
    const next = leader[vehicle] as number
    return next === vehicle ? vehicle : placeOf(next)
  }
  const placeOfJob = (job: number) => placeOf(driver.get(job) as number)
  for (const stops of theirs)
    for (const job of stops) leader[placeOfJob(job)] = placeOfJob(stops[0] as number)
  const asPlaced =
    ({ costs }: Found) =>
    (stops: Int32Array, vehicle: number): Placed => ({
      stops,
      cost: costs[vehicle] as number,
      place: stops.length === 0 ? -1 : placeOfJob(stops[0] as number),
    })
  return [mine.map(asPlaced(one)), theirs.map(asPlaced(other))]
}
