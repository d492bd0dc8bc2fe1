// Every container's own best fixed schedule, found on the year before: how often and on which days, so that
// what it would have cost then (overflows, damp, minutes, and its part of the days' tours) is least.
import {
  addDays,
  type Calendar,
  HOUR_MS,
  instantOf,
  localDate,
  MINUTE_MS,
  type Settings,
  weekdayOf,
} from '@bakwacht/domain'
import { evenPatterns, placeOf } from '@bakwacht/planning'
import type { Weather } from '@bakwacht/simulators/world'
import type { Register } from '../boundary/register.ts'
import { dayToursOf } from '../operator/day-tours.ts'
import type { RoadTable } from '../operator/road-table.ts'
import type { Fleet, TrueBin } from '../truth/fleet.ts'
import type { Span } from '../truth/households.ts'
import { noLosses } from '../truth/losses.ts'
import type { Gifts } from '../truth/street.ts'
import type { World } from '../truth/world-file.ts'
import { costsOf, noDriving, totalOf } from '../year/tally.ts'
import { dampOf, overflowsOf } from './lone-year.ts'
import { CYCLE_WEEKS, type Schedule } from './schedule.ts'

export interface TuningYear {
  readonly world: World
  readonly fleet: Fleet
  readonly gifts: Gifts
  readonly weather: Weather
  readonly span: Span
}

const VISITS_A_CYCLE = [1, 2, 3, 4, 6, 8, 12, 24]
const VISITED_AT = '12:00'
const PASSES = 6
/** A day may carry so many times the mean; each kilogram more counts as one that waits outside. */
const UNEVEN = 1.25
const BEYOND_EUR_PER_KG = 1

interface Way {
  readonly days: readonly number[]
  /** Lost in the whole year. */
  readonly lossEur: number
  /** Collected at a visit. */
  readonly kg: number
}

export function tunedSchedule(year: TuningYear, roads: RoadTable): Schedule {
  const { register } = year.fleet
  const cycle = workingDaysOf(register.calendar)
  const instants = visitInstants(year.span, register, cycle)
  const cycles = instants.length / cycle
  const ways = new Map(
    year.fleet.bins.map((bin) => [bin, waysOf(bin, instants, cycle, year, register.settings)]),
  )
  const perHour = register.vehicles[0]?.cost.perHour ?? 0
  const tours = dayToursOf({
    depot: register.depot.location,
    roads,
    vehicles: register.vehicles,
  })
  const chosen = new Map<TrueBin, Way>()
  const kgOn = new Float64Array(cycle)
  const kgAYear = year.fleet.bins.reduce((sum, bin) => sum + givenKg(bin, year.gifts), 0)
  const mostKg = (UNEVEN * kgAYear) / instants.length
  for (let pass = 0; pass < PASSES; pass++) for (const [bin, each] of ways) choose(bin, each)
  return new Map([...chosen].map(([{ container }, { days }]) => [container.id, days]))

  /** Where it costs least beside all others as they stand. */
  function choose(bin: TrueBin, each: readonly Way[]): void {
    const { container } = bin
    const site = register.sites.find(({ id }) => id === container.siteId)
    const place = placeOf(container, site)
    const before = chosen.get(bin)
    for (const day of before?.days ?? []) {
      tours.remove(day, place)
      kgOn[day] = (kgOn[day] ?? 0) - (before?.kg ?? 0)
    }
    const detours = Array.from({ length: cycle }, (_, day) => tours.detour(day, place))
    const serviceEur = ((container.serviceMin * MINUTE_MS) / HOUR_MS) * perHour
    const visitEur = (day: number, kg: number) =>
      serviceEur +
      (detours[day] ?? 0) +
      Math.max(Math.min((kgOn[day] ?? 0) + kg - mostKg, kg), 0) * BEYOND_EUR_PER_KG
    const cost = ({ days, lossEur, kg }: Way) =>
      lossEur + cycles * days.reduce((sum, day) => sum + visitEur(day, kg), 0)
    const best = each.reduce((a, b) => (cost(b) < cost(a) ? b : a))
    for (const day of best.days) {
      tours.add(day, place)
      kgOn[day] = (kgOn[day] ?? 0) + best.kg
    }
    chosen.set(bin, best)
  }
}

const givenKg = ({ container }: TrueBin, gifts: Gifts): number =>
  (gifts.get(container.id) ?? []).reduce((sum, { gift }) => sum + gift.kg, 0)

export const workingDaysOf = ({ workingDays }: Calendar): number => workingDays.length * CYCLE_WEEKS

/** One for each working day of the year, whole cycles only. */
function visitInstants(span: Span, { timezone, calendar }: Register, cycle: number): number[] {
  const instants: number[] = []
  const last = localDate(span.to, timezone)
  for (let date = firstMonday(span, timezone); date < last; date = addDays(date, 1))
    if (calendar.workingDays.includes(weekdayOf(date)))
      instants.push(instantOf(date, VISITED_AT, timezone))
  return instants.slice(0, Math.floor(instants.length / cycle) * cycle)
}

function firstMonday({ from }: Span, timezone: string): string {
  let date = addDays(localDate(from, timezone), 1)
  while (weekdayOf(date) !== 1) date = addDays(date, 1)
  return date
}

function waysOf(
  bin: TrueBin,
  instants: readonly number[],
  cycle: number,
  { gifts, span, weather, world }: TuningYear,
  { money }: Settings,
): readonly Way[] {
  const { container, profile } = bin
  const given = gifts.get(container.id) ?? []
  const kgAYear = givenKg(bin, gifts)
  return VISITS_A_CYCLE.filter((visits) => visits <= cycle).flatMap((visits) => {
    const patterns = evenPatterns(cycle, visits)
    const on = (days: readonly number[]) => instants.filter((_, n) => days.includes(n % cycle))
    // Which days of the week hardly matters to a leak; how often does.
    const [any] = patterns
    const dampKg =
      profile.leakM2 > 0 && any !== undefined
        ? dampOf(bin, given, on(any), span, { weather, world })
        : 0
    return patterns.map((days) => {
      const losses = overflowsOf(container.capacityL, given, on(days), span)
      return {
        days,
        kg: (kgAYear * cycle) / (instants.length * visits),
        lossEur: totalOf(costsOf(noDriving, { ...noLosses, ...losses, dampKg }, money)),
      }
    })
  })
}
