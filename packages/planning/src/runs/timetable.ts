// When each visit of a run begins: the earliest return, left for as late as that return allows.
import type { Span } from '../calendar/span.ts'

/** One visit on the way; a pause is one without travel. */
export interface Visit {
  readonly travelMs: number
  readonly serviceMs: number
  /** It begins within one of these, in order. */
  readonly begins: readonly Span[]
}

export interface Timetable {
  readonly departure: number
  readonly begins: readonly number[]
  readonly arrival: number
}

/** The visit that comes too late by itself: its index. */
export interface Missed {
  readonly missed: number
}

/** Leaving at `from` or later, home by way of all visits in order. Waiting is done before leaving, where it can be. */
export function timetable(
  visits: readonly Visit[],
  homeMs: number,
  from: number,
): Timetable | Missed {
  const earliest = forward(visits, from)
  if ('missed' in earliest) return earliest
  const { begins, free } = earliest
  const arrival = free + homeMs

  const departure = latestDeparture(visits, begins, free)
  const relaxed = forward(visits, departure)
  return { departure, begins: 'missed' in relaxed ? begins : relaxed.begins, arrival }
}

function forward(
  visits: readonly Visit[],
  from: number,
): { begins: number[]; free: number } | Missed {
  const begins: number[] = []
  let free = from
  for (const [index, visit] of visits.entries()) {
    const there = free + visit.travelMs
    const window = visit.begins.find(([, to]) => to >= there)
    if (window === undefined) return { missed: index }
    const begin = Math.max(there, window[0])
    begins.push(begin)
    free = begin + visit.serviceMs
  }
  return { begins, free }
}

/** Walks back from the end: how late may each visit begin, in its own window, without delaying the end? */
function latestDeparture(
  visits: readonly Visit[],
  begins: readonly number[],
  free: number,
): number {
  let latest = free
  for (const [index, visit] of [...visits.entries()].reverse()) {
    const begin = begins[index] ?? latest
    const window = visit.begins.find(([from, to]) => from <= begin && begin <= to)
    latest = Math.min(latest - visit.serviceMs, window?.[1] ?? begin) - visit.travelMs
  }
  return latest
}
