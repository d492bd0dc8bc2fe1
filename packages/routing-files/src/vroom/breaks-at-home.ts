// VROOM has every break among a route's steps; those that the search leaves to be taken at home are put
// before the start of its work or after its end. The windows were cut so that this always fits.
import type { Break, Route, RouteStep } from '@bakwacht/routing'

export interface HomeBreak {
  /** Of the vehicle's breaks. */
  readonly index: number
  readonly begin: number
}

export interface BreaksOfRoute {
  /** In order of time. */
  readonly before: readonly HomeBreak[]
  /** Which of the vehicle's breaks each break step is, in order. */
  readonly onTheRoad: readonly number[]
  readonly after: readonly HomeBreak[]
}

type BreakStep = Extract<RouteStep, { kind: 'break' }>

export function breaksOfRoute(breaks: readonly Break[], { steps }: Route): BreaksOfRoute {
  const departure = steps[0]?.departure ?? 0
  const arrival = steps.at(-1)?.arrival ?? 0
  const onTheRoad = takenIn(
    breaks,
    steps.filter((step) => step.kind === 'break'),
  )
  const atHome = breaks.map((_, index) => index).filter((index) => !onTheRoad.includes(index))
  const isAfter = (index: number) => arrival <= (breaks[index]?.windows.at(-1)?.[1] ?? 0)

  const after: HomeBreak[] = []
  let clock = arrival
  for (const index of atHome.filter(isAfter)) {
    const { windows = [], durationS = 0 } = breaks[index] ?? {}
    const begin = windows
      .map(([from, to]) => (clock > to ? Number.POSITIVE_INFINITY : Math.max(clock, from)))
      .reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
    after.push({ index, begin })
    clock = begin + durationS
  }

  const before: HomeBreak[] = []
  clock = departure
  for (const index of atHome.filter((i) => !isAfter(i)).toReversed()) {
    const { windows = [], durationS = 0 } = breaks[index] ?? {}
    const latest = clock - durationS
    clock = windows
      .map(([from, to]) => (latest < from ? Number.NEGATIVE_INFINITY : Math.min(latest, to)))
      .reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
    before.unshift({ index, begin: clock })
  }
  return { before, onTheRoad, after }
}

/** Breaks are taken in order, so the first that fits is the one. */
function takenIn(breaks: readonly Break[], taken: readonly BreakStep[]): number[] {
  const indices: number[] = []
  for (const { begin, departure } of taken)
    indices.push(
      breaks.findIndex(
        ({ windows, durationS }, index) =>
          index > (indices.at(-1) ?? -1) &&
          Math.abs(departure - begin - durationS) < 1e-3 &&
          windows.some(([from, to]) => begin >= from - 1e-3 && begin <= to + 1e-3),
      ),
    )
  return indices
}
