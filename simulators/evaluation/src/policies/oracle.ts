// It knows every gift to come, and so the last day on which each bin can be emptied before one is turned
// away. Each morning it lays the visits of the coming days out anew, each on the day whose tour passes by,
// as late as that is worth; today's go to the optimiser that all others use. It has no words for damp.
import {
  addDays,
  type Container,
  DAY_MS,
  instantOf,
  type LonLat,
  weekdayOf,
} from '@bakwacht/domain'
import { placeOf, type Wanted } from '@bakwacht/planning'
import type { Policy } from '../boundary/policy.ts'
import { dayToursOf } from '../operator/day-tours.ts'
import { type Dispatch, runsFor } from '../operator/dispatch.ts'
import { snapshotOf } from '../operator/snapshot-of.ts'
import { visitTo } from '../operator/visit-to.ts'
import type { Foreknown } from '../truth/foreknown.ts'

/** Working days that are laid out. */
const AHEAD = 8
const PASSES = 3
/** A visit counts as made by the end of the shifts. */
const LATEST = '16:00'

interface Due {
  readonly container: Container
  readonly place: LonLat
  /** The last day that is early enough, counted from today. */
  readonly lastDay: number
  /** Euro that coming a day too early costs: its visits come sooner by as much. */
  readonly perDayEur: number
  readonly wanted: Wanted
}

export function oracle(future: Foreknown, dispatch: Dispatch): Policy {
  const { register, roads } = dispatch
  const { timezone, calendar, vehicles, depot } = register
  const placeByContainer = new Map(
    register.containers.map((each) => [
      each.id,
      placeOf(
        each,
        register.sites.find(({ id }) => id === each.siteId),
      ),
    ]),
  )
  return {
    listens: false,
    hear() {},
    told: (results) => {
      for (const { containerId, at } of results) future.emptied(containerId, at)
    },
    plan(date, now) {
      const days = comingDays(date)
      const due = register.containers.flatMap((container) => dueOf(container, days, now))
      const wanted = laidOut(due, days)
      return runsFor(wanted, date, snapshotOf(register, [], now), dispatch)
    },
  }

  /** Today and the working days after it, each with the latest time of a visit. */
  function comingDays(date: string): readonly number[] {
    const days: number[] = []
    for (let day = date; days.length <= AHEAD; day = addDays(day, 1))
      if (calendar.workingDays.includes(weekdayOf(day))) days.push(instantOf(day, LATEST, timezone))
    return days
  }

  /** Nothing for a bin that can wait beyond the days laid out. */
  function dueOf(container: Container, days: readonly number[], now: number): Due[] {
    const { fullAt, kg, l, sinceAt } = future.of(container.id, now, days.at(-1) ?? now)
    if (fullAt === null) return []
    const lastDay = Math.max(
      days.findLastIndex((latest) => latest <= fullAt),
      0,
    )
    const cycleDays = Math.max((fullAt - sinceAt) / DAY_MS, 1)
    const place = placeByContainer.get(container.id) ?? container.location
    const usualEur = serviceEur({ container }) + USUAL_DETOUR_EUR
    return [
      {
        ...{ container, place, lastDay, perDayEur: usualEur / cycleDays },
        wanted: visitTo(container, { kg, l }),
      },
    ]
  }

  /**
   * Those for whom today is the best of their days have to be visited; to the others a visit today is worth
   * what theirs would cost on their own day, less what coming early uses up.
   */
  function laidOut(due: readonly Due[], days: readonly number[]): readonly Wanted[] {
    const tours = dayToursOf({ depot: depot.location, roads, vehicles })
    // As late as may be, then earlier where that pays: the other way round everybody joins today.
    const dayOf = new Map(due.map((each) => [each, each.lastDay]))
    for (const { lastDay, place } of due) tours.add(lastDay, place)
    for (let pass = 0; pass < PASSES; pass++) for (const each of due) settle(each)
    return due.map((each) => {
      const day = dayOf.get(each) ?? each.lastDay
      return day === 0 ? each.wanted : { ...each.wanted, prize: prizeOn(each, day) }
    })

    function settle(each: Due): void {
      const { place, lastDay } = each
      tours.remove(dayOf.get(each) ?? lastDay, place)
      let best = { day: lastDay, euro: Number.POSITIVE_INFINITY }
      for (let day = lastDay; day >= 0; day--) {
        const euro = tours.detour(day, place) + tooEarly(each, day)
        if (euro < best.euro) best = { day, euro }
      }
      dayOf.set(each, best.day)
      tours.add(best.day, place)
    }

    function prizeOn(each: Due, day: number): number {
      tours.remove(day, each.place)
      const detour = tours.detour(day, each.place)
      tours.add(day, each.place)
      return Math.max(detour + serviceEur(each) - (tooEarly(each, 0) - tooEarly(each, day)), 0)
    }

    function tooEarly({ lastDay, perDayEur }: Due, day: number): number {
      return (perDayEur * ((days[lastDay] ?? 0) - (days[day] ?? 0))) / DAY_MS
    }
  }

  function serviceEur({ container }: Pick<Due, 'container'>): number {
    return (container.serviceMin / 60) * (vehicles[0]?.cost.perHour ?? 0)
  }
}

/** Of a usual visit, on a tour that is made anyway. */
const USUAL_DETOUR_EUR = 5
