// The days after a date on which a depot's vehicles go out, and those of them that suit a container.
import { addDays, type Container, type Depot, type Site } from '@bakwacht/domain'
import { visitTime } from '../calendar/shift-hours.ts'
import { closedBecause, nextPossibleVisit } from '../calendar/working-day.ts'
import { placeHours } from '../fleet/place-hours.ts'
import { vehicleDay } from '../fleet/vehicle-day.ts'
import type { Snapshot } from '../snapshot.ts'
import { remembered } from './remembered.ts'

export interface ComingDay {
  /** Local date `YYYY-MM-DD`. */
  readonly date: string
  /** UTC ms: about when a container is visited. */
  readonly at: number
  /** Of the vehicles that go out; `null`: not known, any. */
  readonly types: ReadonlySet<string> | null
}

/** Beyond this nobody knows the calendar. */
const FARTHEST_DAYS = 60

/**
 * The days on which a vehicle of the depot goes out, as far as the calendar is known. Where the calendar
 * or the vehicles leave fewer than two, the next ones on which the calendar lets runs leave follow.
 * Each is found when it is asked for: most containers need the first few.
 */
export const comingDays = (
  date: string,
  depot: Depot | undefined,
  snapshot: Snapshot,
): Iterable<ComingDay> => remembered(findDays(date, depot, snapshot))

function* findDays(
  date: string,
  depot: Depot | undefined,
  snapshot: Snapshot,
): Generator<ComingDay, void, undefined> {
  const { calendar, timezone, now } = snapshot
  const vehicles = snapshot.vehicles.filter(({ depotId }) => depotId === depot?.id)
  let count = 0
  let last = date
  for (let ahead = 1; ahead <= FARTHEST_DAYS; ahead++) {
    const coming = addDays(date, ahead)
    if (closedBecause(coming, calendar, depot?.id ?? null) !== undefined) continue
    const out = vehicles.filter((vehicle) => vehicleDay(vehicle, coming, snapshot, []))
    if (out.length === 0) continue
    const types = new Set(out.map(({ type }) => type))
    yield { date: coming, at: visitTime(coming, out, timezone, now), types }
    count++
    last = coming
  }
  for (; count < 2; count++) {
    last = nextPossibleVisit(last, calendar, depot?.id ?? null)
    yield { date: last, at: visitTime(last, vehicles, timezone, now), types: null }
  }
}

/**
 * Those of the first `count` on which the container can be reached, by its hours, its site's, and a vehicle
 * of its types; at least two, if need be later ones, and if there are none any.
 */
export function daysFor(
  container: Container,
  site: Site | undefined,
  depot: Depot | undefined,
  days: Iterable<ComingDay>,
  count: number,
  timezone: string,
): readonly ComingDay[] {
  const { vehicleTypes } = container
  const always = container.access.length === 0 && (site?.access ?? []).length === 0
  const usual = firstOf(days, count)
  if (depot === undefined || (always && vehicleTypes === null)) return usual
  const suits = ({ date, types }: ComingDay): boolean =>
    (vehicleTypes === null || types === null || vehicleTypes.some((type) => types.has(type))) &&
    (always || placeHours(container, site, depot, date, timezone).length > 0)
  const suitable: ComingDay[] = []
  for (const day of days) {
    if (suitable.length >= 2 && day.at > (usual.at(-1)?.at ?? 0)) break
    if (suits(day)) suitable.push(day)
  }
  return suitable.length >= 2 ? suitable : usual
}

/** @param count at least one */
function firstOf<Item>(items: Iterable<Item>, count: number): Item[] {
  const first: Item[] = []
  for (const item of items) if (first.push(item) >= count) break
  return first
}
