// Where a stop could go in some runs, the shortest way round first.

import { type Container, type LonLat, MINUTE_MS, type Run, type Stop } from '@bakwacht/domain'
import { lengthOf } from '../calendar/span.ts'
import { placeOf } from '../fleet/place-hours.ts'
import { isHindrance } from '../hindrance/hindrance.ts'
import { type Ground, groundOf, type RunContext } from './ground.ts'
import type { Leg } from './legs.ts'
import { unloadStop } from './stop.ts'

/** Stops tell their times in whole milliseconds. */
const ROUNDED_MS = 1000

export interface PossiblePlace {
  readonly run: Run
  /** Euro: the kilometres that it adds. Its minutes may be free, where the vehicle would wait. */
  readonly leastCosts: number
  /** Driving and serving alone would take longer than the vehicle has. */
  readonly isTooLong: boolean
  /** The run with the stop in it, its times not worked out yet. */
  with(): Run
}

/** At each place of each trip after what is locked in position, and before each trip as one of its own. */
export function placesByDetour(
  stop: Stop,
  runs: readonly Run[],
  context: RunContext,
): readonly PossiblePlace[] {
  const { containers, sites } = context.snapshot
  const containerById = new Map(containers.map((each) => [each.id, each]))
  const siteById = new Map(sites.map((each) => [each.id, each]))
  const containerOf = ({ containerId }: Stop) => containerById.get(containerId ?? '')
  const whereIs = (each: Stop): LonLat => {
    const container = containerOf(each)
    return container ? placeOf(container, siteById.get(container.siteId ?? '')) : each.location
  }
  return runs
    .flatMap((run) => {
      const ground = groundOf(run, context)
      if (isHindrance(ground)) return notDrivable(run)
      return placesIn(run, stop, containerOf(stop), ground, whereIs, context)
    })
    .toSorted((a, b) => a.leastCosts - b.leastCosts)
}

const notDrivable = (run: Run): PossiblePlace => ({
  run,
  leastCosts: Number.POSITIVE_INFINITY,
  isTooLong: false,
  with: () => run,
})

function placesIn(
  run: Run,
  stop: Stop,
  container: Container | undefined,
  { depot, day }: Ground,
  whereIs: (stop: Stop) => LonLat,
  { legs, ids }: RunContext,
): readonly PossiblePlace[] {
  const { stops } = run
  const { vehicle } = day
  const spareMs =
    Math.min(day.maxMs, lengthOf(day.free)) - busyMs(run) - (container?.serviceMin ?? 0) * MINUTE_MS
  const by = whereIs(stop)
  const firstFree = stops.findLastIndex(({ lock }) => lock === 'position') + 1
  // Before the unloading that ends the run, or at the end of one that has none yet.
  const last = stops.length - (stops.at(-1)?.kind === 'unload' ? 1 : 0)
  const places: PossiblePlace[] = []
  for (let index = firstFree; index <= last; index++) {
    const before = stops[index - 1]
    const after = stops[index]
    const from = before === undefined ? depot.location : whereIs(before)
    const to = after === undefined ? depot.location : whereIs(after)
    places.push(place(from, to, () => stops.toSpliced(index, 0, stop)))
    if (stops.length > 0 && (before?.kind ?? 'unload') === 'unload')
      places.push(
        place(from, depot.location, () => stops.toSpliced(index, 0, stop, unloadStop(depot, ids))),
      )
  }
  return places

  function place(from: LonLat, to: LonLat, stopsWith: () => readonly Stop[]): PossiblePlace {
    const detour = (of: (leg: Leg) => number) => {
      const more = of(legs(from, by, vehicle)) + of(legs(by, to, vehicle))
      return more === Number.POSITIVE_INFINITY ? more : more - of(legs(from, to, vehicle))
    }
    return {
      run,
      leastCosts: (vehicle.cost.perKm * detour(({ distanceM }) => distanceM)) / 1000,
      isTooLong: detour(({ durationS }) => durationS) * 1000 > spareMs + ROUNDED_MS,
      with: () => ({ ...run, stops: stopsWith() }),
    }
  }
}

/** Driving, serving and the pause: all but waiting. */
function busyMs({ stops, arrival, pause }: Run): number {
  const last = stops.at(-1)
  if (last === undefined) return 0
  const onTheWay = stops.reduce(
    (sum, stop) => sum + stop.legDurationS * 1000 + stop.departure - stop.arrival,
    0,
  )
  return onTheWay + (arrival - last.departure) + (pause === null ? 0 : pause.to - pause.from)
}
