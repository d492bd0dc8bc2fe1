// When the breaks of a vehicle may begin, so that all of them fit into its shift one after the other.
// Then whoever takes one before departure or after return finds the time for it.
import type { TimeWindow } from '@bakwacht/routing'
import type { VroomBreak } from './vroom-input.ts'

/** By break; an empty one cannot be taken. VROOM keeps breaks in the order given, as the search does. */
export function breakWindows(breaks: readonly VroomBreak[], shift: TimeWindow): TimeWindow[][] {
  const windows = breaks.map(({ time_windows }) => time_windows?.map(copy) ?? [copy(shift)])
  let earliest = shift[0]
  breaks.forEach(({ service }, i) => {
    windows[i] = clipped(windows[i] ?? [], [earliest, Number.POSITIVE_INFINITY])
    earliest = (windows[i][0]?.[0] ?? earliest) + service
  })
  let latestEnd = shift[1]
  for (let i = breaks.length - 1; i >= 0; i--) {
    const latest = latestEnd - (breaks[i]?.service ?? 0)
    windows[i] = clipped(windows[i] ?? [], [Number.NEGATIVE_INFINITY, latest])
    latestEnd = windows[i]?.at(-1)?.[1] ?? latest
  }
  return windows
}

const copy = ([from, to]: TimeWindow): TimeWindow => [from, to]

const clipped = (windows: readonly TimeWindow[], [from, to]: TimeWindow): TimeWindow[] =>
  windows
    .map(([opens, closes]): TimeWindow => [Math.max(opens, from), Math.min(closes, to)])
    .filter(([opens, closes]) => opens <= closes)
