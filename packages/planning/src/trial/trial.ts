// What other settings would make of a day: two plans of it side by side, and what differs.
import type { Reason, Run, RunTotals } from '@bakwacht/domain'
import type { PlanWithRuns } from '../planned.ts'
import { gatherBins } from '../selection/bin.ts'
import { overflowChanceAt } from '../selection/expected-load.ts'
import type { Snapshot } from '../snapshot.ts'

export interface Trial {
  /** Local date of the plans. */
  readonly date: string
  /** With the settings that stand. */
  readonly before: TrialPlan
  /** With those that are tried. */
  readonly after: TrialPlan
  /** Left out before, collected after. */
  readonly comesIn: readonly TrialChange[]
  /** Collected before, left out after. */
  readonly fallsOut: readonly TrialChange[]
  /** Collected in both, for another reason. */
  readonly otherReason: readonly TrialChange[]
}

export interface TrialPlan extends RunTotals {
  readonly runs: number
  readonly bins: number
  /** So many of the bins left out are expected to overflow before they can be visited next. */
  readonly overflows: number
}

export interface TrialChange {
  readonly containerId: string
  /** `undefined`: nothing is said of it on this side. */
  readonly before: Reason | undefined
  readonly after: Reason | undefined
}

type Side = Pick<PlanWithRuns, 'runs'> & Pick<PlanWithRuns['plan'], 'notCollected'>

/** @param snapshot with the settings that are tried: what they believe of the bins counts for both plans */
export function trialOf(date: string, before: Side, after: Side, snapshot: Snapshot): Trial {
  const [reasonBefore, reasonAfter] = [reasonsOf(before), reasonsOf(after)]
  const change = (containerId: string): TrialChange => ({
    containerId,
    before: reasonBefore.get(containerId),
    after: reasonAfter.get(containerId),
  })
  const [visitedBefore, visitedAfter] = [visitedIn(before.runs), visitedIn(after.runs)]
  return {
    date,
    before: { ...sumOf(before.runs), overflows: overflowsOf(snapshot, date, visitedBefore) },
    after: { ...sumOf(after.runs), overflows: overflowsOf(snapshot, date, visitedAfter) },
    comesIn: [...visitedAfter].filter((id) => !visitedBefore.has(id)).map(change),
    fallsOut: [...visitedBefore].filter((id) => !visitedAfter.has(id)).map(change),
    otherReason: [...visitedAfter]
      .filter((id) => visitedBefore.has(id))
      .map(change)
      .filter((each) => each.before?.code !== each.after?.code),
  }
}

function overflowsOf(snapshot: Snapshot, date: string, visited: ReadonlySet<string>): number {
  return gatherBins(snapshot, date, null)
    .filter((bin) => bin.container.active && !bin.planned && !visited.has(bin.container.id))
    .reduce((sum, bin) => sum + overflowChanceAt(bin.expected, bin.nextVisitAt), 0)
}

const reasonsOf = ({ runs, notCollected }: Side): ReadonlyMap<string | null, Reason> =>
  new Map<string | null, Reason>([
    ...notCollected.map(({ containerId, reason }) => [containerId, reason] as const),
    ...runs.flatMap(({ stops }) =>
      stops.map(({ containerId, reason }) => [containerId, reason] as const),
    ),
  ])

const visitedIn = (runs: readonly Run[]): ReadonlySet<string> =>
  new Set(runs.flatMap(({ stops }) => stops.flatMap(({ containerId }) => containerId ?? [])))

function sumOf(runs: readonly Run[]): Omit<TrialPlan, 'overflows'> {
  const sum = (of: (totals: RunTotals) => number) =>
    runs.reduce((total, { totals }) => total + of(totals), 0)
  return {
    runs: runs.length,
    bins: visitedIn(runs).size,
    distanceM: sum(({ distanceM }) => distanceM),
    durationS: sum(({ durationS }) => durationS),
    kg: sum(({ kg }) => kg),
    l: sum(({ l }) => l),
    cost: sum(({ cost }) => cost),
  }
}
