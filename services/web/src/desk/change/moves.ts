// What a planner's gesture means in the API's words. A place is counted without the stop that moves.
import type { PlanOp, Run, Stop } from '@bakwacht/api/contract'

/** To a place in a run of the plan. */
export type Move = Extract<PlanOp, { op: 'move' }> & {
  readonly run_id: string
  readonly seq: number
}
type Course = Pick<Run, 'id' | 'stops'>

/** Where a dragged stop was let go: before a stop of this run, or after its last bin. */
export interface DropPlace {
  readonly runId: string
  readonly beforeStopId: string | null
}

/** @returns nothing when the stop would stay where it is, or what it was let go before has left the run */
export function moveTo(
  place: DropPlace,
  stopId: string,
  runs: readonly Course[],
): Move | undefined {
  const run = runs.find(({ id }) => id === place.runId)
  if (run === undefined || place.beforeStopId === stopId) return undefined
  const others = run.stops.filter(({ id }) => id !== stopId)
  const index =
    place.beforeStopId === null
      ? endOf(others)
      : others.findIndex(({ id }) => id === place.beforeStopId)
  if (index < 0) return undefined
  if (run.stops.findIndex(({ id }) => id === stopId) === index) return undefined
  return { op: 'move', stop_id: stopId, run_id: run.id, seq: index + 1 }
}

/** One place earlier; over an unloading it becomes the last of the trip before. */
export const moveEarlier = (stop: Stop, run: Course): Move | undefined =>
  step(stop, run, (index) => index - 1)

/** One place later; over an unloading it becomes the first of the next trip. */
export const moveLater = (stop: Stop, run: Course): Move | undefined =>
  step(stop, run, (index) => index + 1)

function step(stop: Stop, run: Course, to: (index: number) => number): Move | undefined {
  const others = run.stops.filter(({ id }) => id !== stop.id)
  const index = to(run.stops.findIndex(({ id }) => id === stop.id))
  if (index < 0 || index > endOf(others)) return undefined
  return { op: 'move', stop_id: stop.id, run_id: run.id, seq: index + 1 }
}

/** Before the unloading that ends the run. */
const endOf = (stops: readonly Stop[]): number =>
  stops.length - (stops.at(-1)?.kind === 'unload' ? 1 : 0)
