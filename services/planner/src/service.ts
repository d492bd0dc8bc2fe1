import { HOUR_MS, MINUTE_MS } from '@bakwacht/domain'
import { answerPlanJob, PLAN_JOBS } from '@bakwacht/plan-queue'
import type { PlanMaker, PlanRequest, Trial, TrialRequest } from '@bakwacht/planning'
import { VersionConflict } from '@bakwacht/registry'
import { RoadsStopped } from '@bakwacht/roads'
import { changePlan } from './change/change-plan.ts'
import { makePlan } from './make/make-plan.ts'
import { recordFailure } from './make/record-failure.ts'
import { PlanFailed, UnknownPlanSubject } from './plan-errors.ts'
import type { PlannerDependencies } from './planner-dependencies.ts'
import { prepareRoads } from './roads/prepare-roads.ts'
import { DuePlans } from './schedule/due-plans.ts'
import { type Periodic, periodically } from './schedule/periodically.ts'
import { planTimes } from './schedule/plan-times.ts'
import { scheduledDate } from './schedule/scheduled-plan.ts'
import { unfinishedPlans } from './schedule/unfinished-plans.ts'
import { type Solver, SolverStopped } from './solver/solver.ts'
import { createThreadSolver } from './solver/thread-solver.ts'
import { judgedOtherwise } from './trial/judged-otherwise.ts'
import { trySettings } from './trial/try-settings.ts'

const SCHEDULE_EVERY_MS = 20_000
const OVERDUE_EVERY_MS = 5 * MINUTE_MS
const JOBS_EVERY_MS = 300
const PREPARE_EVERY_MS = HOUR_MS
/** A job claimed longer ago was claimed by a planner that is no more. */
const JOB_STALE_MS = 10 * MINUTE_MS
const ATTEMPTS = 3

export interface Planner extends PlanMaker {
  /**
   * Begins to make plans at the times of `cron`, and at once those that were missed or left unfinished;
   * to end overdue runs; and to do the jobs of other processes.
   * @param emptyAt when there was no fleet yet: of plans due by then none was missed. UTC ms
   */
  start(emptyAt?: number): void
  /** Ends the search under way. Safe to call twice. */
  stop(): Promise<void>
  readonly counters: Readonly<PlannerCounters>
}

/** Totals since start. */
export interface PlannerCounters {
  plansMade: number
  plansFailed: number
  /** Asked for by other processes. */
  jobsDone: number
  runsEnded: number
}

export interface PlannerOptions extends Omit<PlannerDependencies, 'solver'> {
  /** Without one: our own search, on a thread. */
  readonly solver?: Solver
  /** When plans are made, local time; see `scheduledDate` for which date. */
  readonly cron: string
}

/** @throws Error when `cron` is no cron expression */
export function createPlanner({
  cron,
  solver = createThreadSolver(),
  ...given
}: PlannerOptions): Planner {
  const dependencies: PlannerDependencies = { ...given, solver }
  const { registry, roads, clock, log, timezone } = dependencies
  const times = planTimes(cron, timezone)
  let turn: Promise<unknown> = Promise.resolve()
  let periodic: readonly Periodic[] = []
  const ending = new AbortController()
  const counters: PlannerCounters = { plansMade: 0, plansFailed: 0, jobsDone: 0, runsEnded: 0 }

  const planner: Planner = {
    counters,
    make: (request) => inTurn(() => make(request)),
    change: (...asked) => inTurn(() => changePlan(asked, dependencies)),
    trySettings: tryOut,
    start(emptyAt) {
      if (periodic.length > 0) return
      const due = duePlans(emptyAt)
      periodic = [
        periodically(SCHEDULE_EVERY_MS, () => due.look(), tellUnlessTold),
        periodically(OVERDUE_EVERY_MS, endOverdue, (err) => log.error({ err }, 'runs not ended')),
        periodically(JOBS_EVERY_MS, doJobs, (err) => log.error({ err }, 'jobs not done')),
        periodically(PREPARE_EVERY_MS, prepare, (err) => log.warn({ err }, 'roads not prepared')),
      ]
    },
    async stop() {
      ending.abort(new SolverStopped('the planner was stopped'))
      const ended = Promise.all(periodic.map((each) => each.stop()))
      await solver.stop()
      await roads.stop()
      await ended
      await turn
    },
  }
  return planner

  /** Plans are made and changed one after the other: they share the vehicles. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work)
    turn = mine.catch(() => {})
    return mine
  }

  async function make(request: PlanRequest): Promise<string> {
    try {
      const { plan, runs } = await untilNobodyInterferes(() => makePlan(request, dependencies))
      counters.plansMade++
      const { id, version, date, solver: search } = plan
      log.info({ planId: id, version, date, runs: runs.length, search }, 'plan made')
      return id
    } catch (cause) {
      if (cause instanceof UnknownPlanSubject || wasStopped(cause)) throw cause
      counters.plansFailed++
      log.error({ err: cause, ...request }, 'plan not made')
      const why = cause instanceof Error ? cause.message : String(cause)
      await recordFailure(request, why, dependencies).catch((err) =>
        log.error({ err }, 'failure not recorded'),
      )
      throw new PlanFailed(`the plan for ${request.date} could not be made: ${why}`, { cause })
    }
  }

  /** Judging may take long, so plans do not wait behind it. */
  async function tryOut(request: TrialRequest, asker?: AbortSignal): Promise<Trial> {
    const signal = AbortSignal.any([ending.signal, ...(asker ? [asker] : [])])
    try {
      const judged = await judgedOtherwise(request.settings, dependencies, signal)
      return await inTurn(() => trySettings(request, judged, dependencies, signal))
    } catch (cause) {
      signal.throwIfAborted()
      if (wasStopped(cause)) throw cause
      const why = cause instanceof Error ? cause.message : String(cause)
      throw new PlanFailed(`the settings could not be tried: ${why}`, { cause })
    }
  }

  /** A driver's result or another planner may come in between: then the facts have changed. */
  async function untilNobodyInterferes<T>(work: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++)
      try {
        return await work()
      } catch (error) {
        if (!(error instanceof VersionConflict) || attempt === ATTEMPTS) throw error
      }
  }

  function duePlans(emptyAt: number | undefined): DuePlans {
    return new DuePlans(
      {
        ...{ times, clock, make: planner.make, onError: tellUnlessTold },
        unfinished: () => unfinishedPlans(dependencies),
        dateFor: (dueAt, missed) => scheduledDate(dueAt, missed, dependencies),
      },
      emptyAt,
    )
  }

  /** A plan that failed is in the log already, with why. */
  function tellUnlessTold(err: unknown): void {
    if (!(err instanceof PlanFailed) && !wasStopped(err)) log.error({ err }, 'no plan made')
  }

  async function prepare(): Promise<void> {
    await prepareRoads(dependencies).catch((error: unknown) => {
      if (!wasStopped(error)) throw error
    })
  }

  async function endOverdue(): Promise<void> {
    const ended = await registry.plans.endOverdue(clock())
    counters.runsEnded += ended.length
    if (ended.length > 0) log.info({ runs: ended.map(({ id }) => id) }, 'overdue runs ended')
  }

  async function doJobs(): Promise<void> {
    for (;;) {
      const job = await registry.jobs.claim(PLAN_JOBS, clock(), JOB_STALE_MS)
      if (job === undefined) return
      await registry.jobs.finish(job.id, await answerPlanJob(job, planner), clock())
      counters.jobsDone++
    }
  }
}

/** The planner ends, and what it did has failed for no other reason. */
const wasStopped = (error: unknown): boolean =>
  error instanceof SolverStopped || error instanceof RoadsStopped
