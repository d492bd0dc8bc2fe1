// When crews come to this container: at their hours, and not again tomorrow. Heaps slide at any time, so a
// fall when a visit was due is likelier one.
import { rounded } from '../state/rounded.ts'
import { DAY_MS, HOUR_MS } from '../time/local-time.ts'

export interface VisitHabit {
  /** Visits seen in each eighth of the UTC day, the older ones faded. */
  readonly hours: readonly number[]
  /** UTC ms; `null`: none was seen. */
  readonly lastAt: number | null
  /** Learnt: the days from one to the next. */
  readonly everyDays: number
}

/** Crews anywhere, in each eighth of the UTC day: hardly from 20 h to 5 h. */
const USUAL = [0.08, 0.4, 1, 1, 1, 1, 0.7, 0.08]

export const noVisits: VisitHabit = { hours: USUAL.map(() => 0), lastAt: null, everyDays: 6 }

const SPAN_MS = DAY_MS / USUAL.length
/** What is usual anywhere counts as so many visits to this container. */
const USUAL_COUNTS = 5
const FADES = 0.95
/** The signal and a driver's word within this time speak of one visit. */
const SAME_VISIT_MS = 12 * HOUR_MS
const LEARNT_OVER = 6
/** In an hour of day, as long as nothing is known of the visit before. */
const EVERY_DAYS = 4
/** So much likelier when the usual days are over, and so much at the most and the least. */
const DUE = 1.5
const MOST_DUE = 2
const LEAST_DUE = 0.1

/** @param likely that it was one, 0–1 */
export function visitsAfter(habit: VisitHabit, at: number, likely: number): VisitHabit {
  const { hours, lastAt, everyDays } = habit
  if (lastAt !== null && at - lastAt < SAME_VISIT_MS) return habit
  const days = lastAt === null ? everyDays : (at - lastAt) / DAY_MS
  return {
    hours: hours.map((seen, span) => rounded(seen * FADES + (span === spanOf(at) ? likely : 0), 3)),
    lastAt: at,
    everyDays: rounded(everyDays + (days - everyDays) / LEARNT_OVER, 3),
  }
}

/** How likely a crew came in the time that ended at `at`, 0–1. */
export function visitChance(habit: VisitHabit, at: number, elapsedMs: number): number {
  const often = 1 - Math.exp(-elapsedMs / (EVERY_DAYS * DAY_MS))
  return Math.min(often * hoursFavour(habit, at, elapsedMs) * due(habit, at), 1)
}

/** 1 in an hour of day of which nothing more is known. */
function hoursFavour({ hours }: VisitHabit, at: number, elapsedMs: number): number {
  const seen = sumOf(hours)
  const span = Math.min(Math.max(Math.ceil(elapsedMs / HOUR_MS), 1), 24)
  let usual = 0
  let own = 0
  for (let hour = 0; hour < span; hour++) {
    const here = spanOf(at - hour * HOUR_MS)
    usual += USUAL[here] ?? 0
    own += hours[here] ?? 0
  }
  return (USUAL_COUNTS * usual + sumOf(USUAL) * own) / (USUAL_COUNTS + seen) / span
}

function due({ lastAt, everyDays }: VisitHabit, at: number): number {
  if (lastAt === null) return 1
  const share = (at - lastAt) / DAY_MS / everyDays
  return Math.min(Math.max(DUE * share, LEAST_DUE), MOST_DUE)
}

const spanOf = (at: number): number => Math.floor((at % DAY_MS) / SPAN_MS)

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0)
