// Values of several kinds, each at its own times, brought to one axis of time as the plot wants it:
// where a kind has no value at a time of another it is `undefined`, where it has a gap it is `null`.
import type { Values } from './measured.ts'

export interface Track {
  /** UTC ms, ascending. */
  readonly at: readonly number[]
  readonly values: Values
  /** Longer without a value is a gap. */
  readonly gapMs: number
}

export type PlotColumn = (number | null | undefined)[]

export interface Columns {
  /** Seconds since 1970. */
  readonly at: number[]
  readonly columns: readonly PlotColumn[]
}

export function columnsOf(tracks: readonly Track[]): Columns {
  const points = tracks.map(withGaps)
  const times = [...new Set(points.flatMap((track) => [...track.keys()]))].sort((a, b) => a - b)
  return {
    at: times.map((time) => time / 1000),
    columns: points.map((track) => times.map((time) => track.get(time))),
  }
}

/** Values by time, and in the middle of each gap a null that breaks the line. */
function withGaps({ at, values, gapMs }: Track): ReadonlyMap<number, number | null> {
  const points = new Map<number, number | null>()
  let last: number | undefined
  for (const [index, time] of at.entries()) {
    const value = values[index]
    if (value === null || value === undefined) continue
    if (last !== undefined && time - last > gapMs) points.set((last + time) / 2, null)
    points.set(time, value)
    last = time
  }
  return points
}
