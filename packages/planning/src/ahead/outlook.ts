// What visiting a container costs on another day: alone, on the way of those that must be visited
// then, or as a usual visit beyond what is looked ahead.
import type { Depot } from '@bakwacht/domain'
import type { Bin } from '../selection/bin.ts'
import type { ComingDay } from './coming-day.ts'
import { cycleDays, mustDay } from './must-day.ts'
import { estimateTour, ROAD_KM_PER_HOUR, type TourEstimate } from './tour-estimate.ts'

/** One depot's days to come. */
export interface Outlook {
  /**
   * Euro, minutes there included: on the day that it has to be visited its part of that day's tour, on
   * an earlier one what passing by adds to the tour of those that have to be visited then; and the
   * vehicle's day where nobody else has to be. The farther the day, the more it is a day like any other:
   * of those who will be visited then, few are known yet.
   */
  visitCost(bin: Bin, day: ComingDay): number
  /** Euro: what it adds to a day like any other. */
  usualCost(bin: Bin): number
}

/** Who else will be visited on a day to come is forgotten by half each day: what did best over simulated weeks. */
const STILL_TRUE_A_DAY_LATER = 0.5
/** On a usual day most bins are visited because others are: so much of its part does one add. What did best over simulated seasons. */
const TAKEN_ALONG = 0.5

interface DayAhead {
  readonly tour: TourEstimate
  /** Of the bins that are visited that day. */
  readonly partKm: ReadonlyMap<Bin, number>
}

/** @param waiting all bins of the depot that are left for now, or may be */
export function outlookOf(depot: Depot | undefined, waiting: readonly Bin[]): Outlook {
  const byDate = Map.groupBy(waiting, (bin) => mustDay(bin)?.date)
  const days = new Map<string, DayAhead>()
  const chance = visitsADay(waiting)
  const usual = dayAhead(waiting, chance)

  return {
    visitCost(bin, { date }) {
      const { tour, partKm } = dayOf(date)
      const own = partKm.get(bin)
      const alone = partKm.size === (own === undefined ? 0 : 1)
      const there = cost(bin, own ?? tour.detourKm(bin.place)) + (alone ? bin.fleet.fixed : 0)
      const ahead = bin.later.findIndex((day) => day.date === date) + 1
      const stillTrue = STILL_TRUE_A_DAY_LATER ** ahead
      return there * stillTrue + usualCost(bin) * (1 - stillTrue)
    },
    usualCost,
  }

  function usualCost(bin: Bin): number {
    return cost(bin, TAKEN_ALONG * (usual.partKm.get(bin) ?? 0))
  }

  function dayOf(date: string): DayAhead {
    const known = days.get(date)
    if (known !== undefined) return known
    const day = dayAhead(byDate.get(date) ?? [], 1)
    days.set(date, day)
    return day
  }

  function dayAhead(bins: readonly Bin[], chanceOfEach: number): DayAhead {
    const from = depot?.location ?? bins[0]?.place ?? [0, 0]
    const places = bins.map(({ place }) => place)
    const tour = estimateTour(from, places, chanceOfEach)
    return { tour, partKm: new Map(bins.map((bin, index) => [bin, partOf(tour, index)])) }
  }
}

/**
 * Between what leaving it out alone would save and its fair part: others may be taken along earlier as
 * well, and then the tour that all count on is not made.
 */
const partOf = ({ shareKm, savingKm }: TourEstimate, index: number): number =>
  ((shareKm[index] ?? 0) + (savingKm[index] ?? 0)) / 2

/** The mean chance of a container to be visited on a given day: the sum of all visits over all containers. */
function visitsADay(bins: readonly Bin[]): number {
  const visits = bins.reduce((sum, bin) => sum + 1 / cycleDays(bin), 0)
  return bins.length === 0 ? 1 : Math.min(Math.max(visits / bins.length, 1e-3), 1)
}

const cost = ({ container, fleet }: Bin, km: number): number =>
  km * fleet.perKm + (km / ROAD_KM_PER_HOUR + container.serviceMin / 60) * fleet.perHour
