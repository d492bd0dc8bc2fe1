// The visits of the days to come, laid out over those days together: what visiting a container later
// costs depends on who else is visited then.
import { DAY_MS, type Depot } from '@bakwacht/domain'
import type { Bin } from '../selection/bin.ts'
import type { ComingDay } from './coming-day.ts'
import { DayTours } from './day-tours.ts'
import { cycleDays, mustDay } from './must-day.ts'
import { DEPOT, type Point, pointOf, roadKm } from './plane.ts'
import { USUAL_DETOUR_KM, visitCost } from './visit-cost.ts'
import { dampCost, overflowCost } from './waiting.ts'

/** One depot's days to come. */
export interface Outlook {
  /**
   * What it comes to on each day until it can wait no longer; none where that is later than is looked
   * ahead.
   */
  laterVisits(bin: Bin): readonly LaterVisit[]
}

/** Euro. */
export interface LaterVisit {
  readonly day: ComingDay
  /** What passing by adds to that day's tour, minutes there included; and a vehicle's day where nobody else is visited. */
  readonly visit: number
  /** What coming today instead uses up: the visits after it come sooner by as much. */
  readonly tooEarly: number
  /** Expected of an overflow until then. */
  readonly overflow: number
  /** Expected to be lost to damp until then. */
  readonly damp: number
}

/** Everyone's day is settled anew so often, each time with all others as they stand. */
const PASSES = 3

const TODAY = 'today'
/** That, or a local date. */
type On = string

/** It can wait no longer than until a day that is looked ahead to. */
interface Pressing {
  readonly bin: Bin
  readonly point: Point
  readonly last: ComingDay
}

interface Choice {
  readonly bin: Bin
  readonly point: Point
  readonly later: readonly Omit<LaterVisit, 'visit'>[]
  /** As it is laid out now. */
  on: On
}

/**
 * Each is laid on the day on which the way there, the risk of waiting and what coming early uses up
 * are least together; first on its last day, then, time and again, where the others make it cheapest.
 * @param waiting all containers of the depot that may wait
 * @param today those that have to be visited today
 */
export function outlookOf(
  depot: Depot | undefined,
  waiting: readonly Bin[],
  today: readonly Bin[],
): Outlook {
  const home = depot?.location ?? waiting[0]?.place ?? [0, 0]
  const tours = new DayTours<On, Point>(DEPOT, roadKm)
  for (const { place } of today) tours.add(TODAY, pointOf(place, home))
  const pressing = waiting.flatMap((bin) => {
    const last = mustDay(bin)
    return last === undefined ? [] : [{ bin, last, point: pointOf(bin.place, home) }]
  })
  for (const { last, point } of pressing) tours.add(last.date, point)
  const choices = new Map(pressing.map((each) => [each.bin, choiceOf(each)]))
  for (let pass = 0; pass < PASSES; pass++) for (const choice of choices.values()) settle(choice)

  return {
    laterVisits(bin) {
      const choice = choices.get(bin)
      if (choice === undefined) return []
      const { on, point, later } = choice
      return without(point, on, () =>
        later.map((each) => ({ ...each, visit: visitOn(each.day.date, choice) })),
      )
    },
  }

  /** Where nobody else is near on any of the days, a usual visit is dear. */
  function choiceOf({ bin, last, point }: Pressing): Choice {
    const on = last.date
    const least = without(point, on, () =>
      Math.min(...bin.later.map(({ date }) => tours.detour(date, point))),
    )
    const usual = visitCost(bin, Math.max(least, USUAL_DETOUR_KM))
    return { bin, point, later: laterDays(bin, last, usual), on }
  }

  function settle(choice: Choice): void {
    tours.remove(choice.on, choice.point)
    choice.on = cheapestDay(choice)
    tours.add(choice.on, choice.point)
  }

  function cheapestDay(choice: Choice): On {
    let best = { on: TODAY, euro: visitOn(TODAY, choice) }
    for (const { day, tooEarly, overflow, damp } of choice.later) {
      const euro = visitOn(day.date, choice) + overflow + damp - tooEarly
      // As late as may be: the other way round everybody joins today.
      if (euro <= best.euro) best = { on: day.date, euro }
    }
    return best.on
  }

  function without<Result>(point: Point, on: On, look: () => Result): Result {
    tours.remove(on, point)
    const result = look()
    tours.add(on, point)
    return result
  }

  function visitOn(on: On, { bin, point }: Choice): number {
    return visitCost(bin, tours.detour(on, point)) + (tours.isEmpty(on) ? bin.fleet.fixed : 0)
  }
}

/** Until the day on which it can wait no longer. */
function laterDays(bin: Bin, last: ComingDay, usual: number): Choice['later'] {
  const perDay = usual / cycleDays(bin)
  return bin.later.slice(0, bin.later.indexOf(last) + 1).map((day) => ({
    day,
    tooEarly: (perDay * (day.at - bin.visitAt)) / DAY_MS,
    overflow: overflowCost(bin, day.at),
    damp: dampCost(bin, day.at),
  }))
}
