import { type Container, type LonLat, MINUTE_MS, type Site, type Stop } from '@bakwacht/domain'
import { openHours } from '../calendar/shift-hours.ts'
import { beginWindows, type Span } from '../calendar/span.ts'
import { placeHours, placeOf, serviceMs } from '../fleet/place-hours.ts'
import { type Hindrance, hindrance } from '../hindrance/hindrance.ts'
import type { Ground, RunContext } from './ground.ts'
import type { Visit } from './timetable.ts'

export interface Placed extends Visit {
  readonly place: LonLat
  readonly legDistanceM: number
}

/** The visits in their order, or why this vehicle cannot make one of them. */
export function placedVisits(
  stops: readonly Stop[],
  date: string,
  { depot, day }: Ground,
  { snapshot, legs }: RunContext,
): readonly Placed[] | Hindrance {
  const { timezone, containers, sites } = snapshot
  const { type } = day.vehicle
  const visits: Placed[] = []
  let from = depot.location
  let siteBefore: Site | undefined
  for (const stop of stops) {
    const container = containers.find(({ id }) => id === stop.containerId)
    if (stop.kind === 'container' && container === undefined)
      return hindrance('unknown_container', { container: stop.containerId ?? '' })
    if (container && !(container.vehicleTypes?.includes(type) ?? true))
      return hindrance('wrong_vehicle', { name: container.name, type })
    const site = sites.find(({ id }) => id === container?.siteId)
    const place = container ? placeOf(container, site) : stop.location
    const firstThere = site === undefined || site !== siteBefore
    const service = container ? serviceMs(container, site, firstThere) : depot.unloadMin * MINUTE_MS
    const leg = legs(from, place, day.vehicle)
    if (leg.durationS === Number.POSITIVE_INFINITY)
      return hindrance('no_road', { vehicle: day.vehicle.name, name: stop.name })
    visits.push({
      place,
      legDistanceM: leg.distanceM,
      travelMs: leg.durationS * 1000,
      serviceMs: service,
      begins: beginWindows(hoursOf(container, site), service),
    })
    from = place
    siteBefore = site
  }
  return visits

  function hoursOf(container: Container | undefined, site: Site | undefined): readonly Span[] {
    if (container === undefined) return [openHours(depot, date, timezone)]
    return placeHours(container, site, depot, date, timezone)
  }
}
