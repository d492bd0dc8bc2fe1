// What other settings would make of a day: it is planned twice from the same facts, and nothing is stored.
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
import { readDensities, type StateChange } from '@bakwacht/registry'
import type { TravelTimes } from '@bakwacht/roads'
import { letOthers } from '../let-others.ts'
import { leftByDay, planDay } from '../make/plan-day.ts'
import { takeSnapshot } from '../make/take-snapshot.ts'
import type { PlannerDependencies } from '../planner-dependencies.ts'
import { onRoads } from '../roads/on-roads.ts'
import { asJudged } from './as-judged.ts'
import { sameAnswer } from './same-answer.ts'

/** For each of the two plans. */
const SEARCH_S = 2

/** Below any price: the cheaper one of two plans is taken, be it the one that was there before. */
const ANY_SAVING = 1e-6

/**
 * Both plans have the same seed, the same time and what a planner settled in the day's plan, and each may
 * take over the other's runs where these are cheaper: so that what differs is the settings' doing, not the
 * luck of a search. Approved runs of the day are planned as drafts are.
 * @param judged what the tried settings say otherwise of the containers
 * @throws the signal's reason, between two searches
 */
export async function trySettings(
  { date: asked, settings }: TrialRequest,
  judged: readonly StateChange[],
  given: PlannerDependencies,
  signal?: AbortSignal,
): ReturnType<PlanMaker['trySettings']> {
  signal?.throwIfAborted()
  const dependencies = { ...given, solver: sameAnswer(given.solver) }
  const { registry, clock, timezone } = dependencies
  const today = await takeSnapshot(dependencies, localDate(clock(), timezone))
  const date = asked ?? planDateAt(today)
  const standing = today.standing.filter((run) => run.date !== date || run.status !== 'approved')
  const now = { ...today, standing }
  const densities = await readDensities(registry.learnt, settings)
  const tried = { ...asJudged(now, judged), settings, densities }
  const settled = await settledFor(date, dependencies)

  const { result } = await onRoads(dependencies, async (times): Promise<Trial> => {
    const plan = (snapshot: Snapshot, drafts: readonly Run[]) => {
      signal?.throwIfAborted()
      return planned(date, snapshot, { ...settled, drafts }, times, dependencies)
    }
    const first = await plan(now, settled.drafts)
    const after = await plan(tried, mayTake(now, tried) ? first.runs : settled.drafts)
    const before = mayTake(tried, now) ? await plan(now, after.runs) : first
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

/** A trip of a draft may stay as heavy as it is, so it comes from where trips are no heavier. */
const mayTake = (from: Snapshot, to: Snapshot): boolean =>
  from.settings.plan.overloadChance <= to.settings.plan.overloadChance

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
    ...{ drafts: settled.drafts, seconds: SEARCH_S, changeCost: ANY_SAVING },
  }
  const depots = await planDay(day, times, dependencies)
  return {
    runs: depots.flatMap(({ runs }) => runs),
    notCollected: notCollectedOf(decisions, leftByDay(depots, day), []),
  }
}
