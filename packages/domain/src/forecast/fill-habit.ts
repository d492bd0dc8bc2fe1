// How fast a container fills: the median slope (Theil 1950, Sen 1968) between the levels at the
// ends of the last days since it was emptied. While little is known, what is usual for this
// container counts as so many days of knowledge, or for a new one what is usual for the fleet.

import type { LevelPoint } from '../state/fold/fill-track.ts'
import { median } from '../state/median.ts'
import { DAY_MS } from '../time/local-time.ts'

/** What is learnt of how one container fills. Part of its fold: plain JSON of bounded size. */
export interface FillHabit {
  /** Where this filling began. */
  readonly start: LevelPoint | null
  /** The last level of each UTC day since, the newest ten. */
  readonly days: readonly LevelPoint[]
  /** Mean rate over past fillings, points per day. */
  readonly usual: number | null
  readonly fillings: number
}

export const unknownHabit: FillHabit = { start: null, days: [], usual: null, fillings: 0 }

const MOST_DAYS = 10
const PRIOR_DAYS = 2
const SHORTEST_PAIR_DAYS = 0.25
/** So many past fillings weigh; older ones fade. */
const MOST_FILLINGS = 5

export function habitAt(habit: FillHabit, level: LevelPoint): FillHabit {
  if (habit.start === null) return { ...habit, start: level }
  const last = habit.days.at(-1)
  const earlier = last !== undefined && sameDay(last, level) ? habit.days.slice(0, -1) : habit.days
  return { ...habit, days: [...earlier, level].slice(-MOST_DAYS) }
}

/**
 * A new filling begins, from this level or, where that is unknown, from the next one measured.
 * @param before how full it was, if that is known: the end of the filling before
 */
export function habitRestarted(
  habit: FillHabit,
  from: LevelPoint | null,
  before: LevelPoint | null,
): FillHabit {
  const days = habit.start && before ? (before.at - habit.start.at) / DAY_MS : 0
  if (days < 1 || habit.start === null || before === null)
    return { ...habit, start: from, days: [] }
  const rate = Math.max((before.pct - habit.start.pct) / days, 0)
  const weight = Math.min(habit.fillings, MOST_FILLINGS - 1)
  return {
    start: from,
    days: [],
    usual: ((habit.usual ?? 0) * weight + rate) / (weight + 1),
    fillings: Math.min(habit.fillings + 1, MOST_FILLINGS),
  }
}

/** Points per day, at least 0. */
export function habitualRate({ start, days, usual }: FillHabit, fleetPctPerDay: number): number {
  const prior = usual ?? fleetPctPerDay
  const points = start === null || days.length >= MOST_DAYS ? days : [start, ...days]
  const slope = medianSlope(points)
  const first = points[0]
  const last = points.at(-1)
  if (slope === undefined || first === undefined || last === undefined) return prior
  const known = (last.at - first.at) / DAY_MS
  return Math.max((slope * known + prior * PRIOR_DAYS) / (known + PRIOR_DAYS), 0)
}

function medianSlope(points: readonly LevelPoint[]): number | undefined {
  const slopes = points.flatMap((from, index) =>
    points.slice(index + 1).flatMap((to) => {
      const days = (to.at - from.at) / DAY_MS
      return days < SHORTEST_PAIR_DAYS ? [] : [(to.pct - from.pct) / days]
    }),
  )
  return median(slopes)
}

const sameDay = (a: LevelPoint, b: LevelPoint): boolean =>
  Math.floor(a.at / DAY_MS) === Math.floor(b.at / DAY_MS)
