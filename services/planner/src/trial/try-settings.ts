// What other settings would make of a day: it is planned twice from one snapshot, and nothing is stored.
import { localDate, type Run } from '@bakwacht/domain'
import {
  notCollectedOf,
  type PlanMaker,
  type PlanWithRuns,
  planDateAt,
  type Snapshot,
  selectBins,
  type Trial,
  type TrialRequest,
  trialOf,
} from '@bakwacht/planning'
import { readDensities } from '@bakwacht/registry'
import type { TravelTimes } from '@bakwacht/roads'
import { letOthers } from '../let-others.ts'
import { leftByDay, planDay } from '../make/plan-day.ts'
import { takeSnapshot } from '../make/take-snapshot.ts'
import type { PlannerDependencies } from '../planner-dependencies.ts'
import { onRoads } from '../roads/on-roads.ts'
import { sameAnswer } from './same-answer.ts'

/** For each of the two plans. */
const SEARCH_S = 2

/**
 * Both plans have the same seed, the same time and what a planner settled in the day's plan. The second
 * starts from the first, as a plan that is made again does: a stop moves only where that saves something.
 * So what differs is the settings' doing, not chance. Approved runs of the day are planned as drafts are.
 */
export async function trySettings(
  { date: asked, settings }: TrialRequest,
  given: PlannerDependencies,
): ReturnType<PlanMaker['trySettings']> {
  const dependencies = { ...given, solver: sameAnswer(given.solver) }
  const { registry, clock, timezone } = dependencies
  const today = await takeSnapshot(dependencies, localDate(clock(), timezone))
  const date = asked ?? planDateAt(today)
  const standing = today.standing.filter((run) => run.date !== date || run.status !== 'approved')
  const now = { ...today, standing }
  const tried = { ...now, settings, densities: await readDensities(registry.learnt, settings) }
  const settled = await settledFor(date, dependencies)

  const { result } = await onRoads(dependencies, async (times): Promise<Trial> => {
    const before = await planned(date, now, settled, times, dependencies)
    const start = { ...settled, drafts: startFrom(before.runs, settled.drafts, now, tried) }
    const after = await planned(date, tried, start, times, dependencies)
    return trialOf(date, before, after, tried)
  })
  return result
}

type Side = Pick<PlanWithRuns, 'runs'> & Pick<PlanWithRuns['plan'], 'notCollected'>
type Settled = NonNullable<Parameters<typeof selectBins>[3]>

/** What the planner locked, added and dropped in the day's plan. */
async function settledFor(date: string, { registry }: PlannerDependencies): Promise<Settled> {
  const stored = await registry.plans.findFor(date, null)
  const open = (run: Run) => run.status === 'draft' || run.status === 'approved'
  return {
    drafts: stored?.runs.filter(open) ?? [],
    notCollected: stored?.plan.notCollected ?? [],
  }
}

/** A trip of a draft may stay as heavy as it is: where that is what is tried, the draft is no start. */
const startFrom = (
  found: readonly Run[],
  drafts: readonly Run[],
  { settings: { plan } }: Snapshot,
  tried: Snapshot,
): readonly Run[] => (plan.overloadChance === tried.settings.plan.overloadChance ? found : drafts)

async function planned(
  date: string,
  snapshot: Snapshot,
  settled: Settled,
  times: TravelTimes,
  dependencies: PlannerDependencies,
): Promise<Side> {
  await letOthers()
  const decisions = selectBins(snapshot, date, null, settled)
  const day = {
    ...{ snapshot, date, decisions, depotId: null, planId: 'trial' },
    ...{ drafts: settled.drafts, seconds: SEARCH_S },
  }
  const depots = await planDay(day, times, dependencies)
  return {
    runs: depots.flatMap(({ runs }) => runs),
    notCollected: notCollectedOf(decisions, leftByDay(depots, day), []),
  }
}
