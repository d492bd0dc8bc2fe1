import type { NotCollected, Run } from '@bakwacht/domain'
import { notWorthIt } from '../problem/candidates.ts'
import type { RunContext } from '../runs/ground.ts'
import type { Wanted } from '../selection/decision.ts'
import { carriedOn } from './carried-on.ts'
import { movedStops } from './moved-stops.ts'

/** A depot's runs and the wanted containers that they leave out. */
export interface Served {
  readonly runs: readonly Run[]
  readonly notCollected: readonly NotCollected[]
}

/**
 * The plan that the search found, unless the draft before it, carried on, is nearly as good: each stop
 * that changes its vehicle or its place has to save `changeCost`, in euro.
 */
export function steadier(
  searched: Served,
  drafts: readonly Run[],
  wanted: readonly Wanted[],
  changeCost: number,
  context: RunContext,
): Served {
  const served = new Set([...searched.runs, ...drafts].flatMap(containersIn))
  const those = wanted.filter(({ container }) => served.has(container.id))
  const runs = carriedOn(drafts, those, context)
  if (runs === undefined) return searched
  const moves = movedStops(drafts, searched.runs) - movedStops(drafts, runs)
  const saving = costOf(runs, wanted) - costOf(searched.runs, wanted)
  if (saving >= changeCost * moves) return searched

  const carried = new Set(runs.flatMap(containersIn))
  const told = new Set(searched.notCollected.map(({ containerId }) => containerId))
  const dropped = those.filter(
    ({ container }) => !carried.has(container.id) && !told.has(container.id),
  )
  return {
    runs,
    notCollected: [
      ...searched.notCollected.filter(({ containerId }) => !carried.has(containerId)),
      ...dropped.map((each) => notWorthIt(each)),
    ],
  }
}

const containersIn = ({ stops }: Run): string[] =>
  stops.flatMap(({ containerId }) => containerId ?? [])

/** The runs', and the prizes of what they leave out. */
function costOf(runs: readonly Run[], wanted: readonly Wanted[]): number {
  const served = new Set(runs.flatMap(containersIn))
  const left = wanted.filter(({ container }) => !served.has(container.id))
  return (
    runs.reduce((sum, { totals }) => sum + totals.cost, 0) +
    left.reduce((sum, { prize }) => sum + (prize ?? 0), 0)
  )
}
