import type { Depot, Run, Stop, Vehicle } from '@bakwacht/domain'
import type { VehicleDay } from '../fleet/vehicle-day.ts'
import { type Hindrance, hindrance, isHindrance } from '../hindrance/hindrance.ts'
import { type Ground, groundOf, type RunContext } from './ground.ts'
import { owesNoPause, waysToPause } from './pause.ts'
import { type Placed, placedVisits } from './placed-visits.ts'
import { numbered, unloadStop } from './stop.ts'
import { type Missed, type Timetable, timetable } from './timetable.ts'
import { totalsOf } from './totals.ts'

/** The run as it can be driven, or why it cannot. */
export type Retimed =
  | { readonly kind: 'run'; readonly run: Run }
  | { readonly kind: 'impossible'; readonly why: Hindrance }

const impossible = (why: Hindrance): Retimed => ({ kind: 'impossible', why })

/**
 * Works out a run's times, trips, loads, pause and totals anew from its stops in their order.
 * Unload stops that have nothing to unload go, and the last trip gets one if it has none.
 */
export function retime(run: Run, context: RunContext): Retimed {
  const ground = groundOf(run, context)
  if (isHindrance(ground)) return impossible(ground)
  const stops = numbered(withUnloads(run.stops, ground.depot, context.ids))
  const overload = overloadIn(stops, ground.day.vehicle)
  if (overload !== undefined) return impossible(overload)
  const visits = placedVisits(stops, run.date, ground, context)
  if (isHindrance(visits)) return impossible(visits)
  return bestTimes(run, stops, visits, ground, context)
}

function withUnloads(stops: readonly Stop[], depot: Depot, ids: () => string): readonly Stop[] {
  const useful = stops.filter(
    ({ kind }, index) => kind !== 'unload' || (stops[index - 1] ?? { kind }).kind !== 'unload',
  )
  return useful.at(-1)?.kind === 'unload' ? useful : [...useful, unloadStop(depot, ids)]
}

function overloadIn(stops: readonly Stop[], vehicle: Vehicle): Hindrance | undefined {
  for (const { kind, trip, expectedKg, expectedL } of stops) {
    if (kind !== 'unload') continue
    const what = { trip, vehicle: vehicle.name }
    if (expectedKg > vehicle.payloadKg)
      return hindrance('overweight', {
        ...what,
        kg: Math.round(expectedKg),
        most: vehicle.payloadKg,
      })
    if (expectedL > vehicle.volumeL)
      return hindrance('overfull', { ...what, l: Math.round(expectedL), most: vehicle.volumeL })
  }
  return undefined
}

/** Without a pause where none is owed, else with it where the vehicle is back earliest. */
function bestTimes(
  run: Run,
  stops: readonly Stop[],
  visits: readonly Placed[],
  { depot, day }: Ground,
  { legs }: RunContext,
): Retimed {
  const { vehicle, free, maxMs, pause } = day
  const home = legs(visits.at(-1)?.place ?? depot.location, depot.location, vehicle)
  const homeMs = home.durationS * 1000
  const tables = waysToPause(visits, pause).map((way) => ({
    ...way,
    table: timetable(way.visits, homeMs, free[0]),
  }))
  const driven = tables.flatMap(({ table, pausedAt }) =>
    'missed' in table ? [] : [{ ...table, pausedAt }],
  )
  const inTime = driven.filter(
    ({ departure, arrival, pausedAt }) =>
      arrival <= free[1] &&
      arrival - departure <= maxMs &&
      (pausedAt !== null || owesNoPause(departure, arrival, pause)),
  )
  const best = inTime.toSorted((a, b) => a.arrival - b.arrival || b.departure - a.departure)[0]
  if (best === undefined) return impossible(whyLate(stops, tables[0]?.table, day))

  const begins = best.begins.filter((_, index) => index !== best.pausedAt)
  const pausedFrom = best.begins[best.pausedAt ?? -1]
  const timed = stops.map((stop, index): Stop => {
    const visit = visits[index]
    const arrival = Math.round(begins[index] ?? 0)
    return {
      ...stop,
      arrival,
      departure: arrival + (visit?.serviceMs ?? 0),
      legDistanceM: visit?.legDistanceM ?? 0,
      legDurationS: (visit?.travelMs ?? 0) / 1000,
    }
  })
  const times = {
    departure: Math.round(best.departure),
    arrival: Math.round(best.arrival),
    stops: timed,
  }
  return {
    kind: 'run',
    run: {
      ...run,
      ...times,
      pause:
        pausedFrom === undefined || pause === null
          ? null
          : { from: pausedFrom, to: pausedFrom + pause.ms },
      totals: totalsOf(times, home.distanceM, vehicle.cost),
    },
  }
}

function whyLate(
  stops: readonly Stop[],
  table: Timetable | Missed | undefined,
  { vehicle }: VehicleDay,
): Hindrance {
  if (table !== undefined && 'missed' in table) {
    const stop = stops[table.missed]
    return hindrance('after_hours', { seq: stop?.seq ?? 0, name: stop?.name ?? '' })
  }
  return hindrance('shift_too_short', { vehicle: vehicle.name, hours: vehicle.maxHours })
}
