// Plans, runs, what drivers reported, and what people asked for.
import type { CollectionRequest, NotCollected, Plan, Run, Stop, StopResult } from '@bakwacht/domain'
import type { Page, PageRequest } from './register.ts'

/** A plan together with its runs. */
export interface PlanWithRuns {
  readonly plan: Plan
  readonly runs: readonly Run[]
}

export interface Plans {
  find(id: string): Promise<PlanWithRuns | undefined>
  /** There is one plan per date and depot. */
  findFor(date: string, depotId: string | null): Promise<PlanWithRuns | undefined>
  /** The plan as it was before a change; the newest 20 versions are kept, for two days. */
  earlier(id: string, version: number): Promise<PlanWithRuns | undefined>
  page(filter: PageRequest & { readonly date?: string }): Promise<Page<PlanWithRuns>>
  runs(
    filter: PageRequest & {
      readonly date?: string
      readonly vehicleId?: string
      readonly status?: readonly Run['status'][]
    },
  ): Promise<Page<Run>>
  run(id: string): Promise<Run | undefined>
  /** Where a container stands in the plans for `fromDate` and later that are not cancelled, the earliest date first. */
  mentions(containerId: string, fromDate: string): Promise<readonly PlanMention[]>
  /**
   * Writes plan and runs as they now are; runs of the plan that are not given are removed.
   * Versions grow by themselves where the given ones do not; a run that says the same keeps its own.
   * A plan becomes `approved` when one of its runs is approved, started or done.
   * @throws VersionConflict unless the stored version is `expectedVersion` (0: there must be none)
   */
  save(next: PlanWithRuns, expectedVersion: number): Promise<void>
  /**
   * Stores one result; the same `idempotencyKey`, or the same result, again changes nothing. Another result for the
   * stop replaces the first, and takes back what that one did. Recomputes the run's and plan's status,
   * closes the container's requests and sets its lastEmptiedAt when it was emptied.
   * @returns the run as it now is, or undefined if there is no such run or stop
   */
  addResult(result: {
    readonly runId: string
    readonly stopId: string
    readonly result: StopResult
    readonly idempotencyKey: string | null
    readonly now: number
  }): Promise<{ readonly run: Run; readonly repeated: boolean } | undefined>
  /** Whether a result of the run was stored under this key, whatever has become of run and stop since. */
  hasResultKey(runId: string, key: string): Promise<boolean>
  /** Ends runs whose shift ended 12 h ago (docs: undriven stops become eligible again). @returns the runs ended */
  endOverdue(now: number): Promise<readonly Run[]>
}

/** A plan's word on one container: the stop that visits it, or why it is left out. */
export type PlanMention =
  | { readonly kind: 'visit'; readonly date: string; readonly run: Run; readonly stop: Stop }
  | { readonly kind: 'left_out'; readonly date: string; readonly reason: NotCollected['reason'] }

export interface Requests {
  open(containerIds?: readonly string[]): Promise<readonly CollectionRequest[]>
  add(request: CollectionRequest): Promise<CollectionRequest>
  close(ids: readonly string[], at: number): Promise<void>
}

/** What a driver reported of a container, for folds and planning. `kg` and outcome as in the stop's result. */
export interface ContainerResult extends StopResult {
  readonly runId: string
  readonly stopId: string
  readonly containerId: string
}

export interface Results {
  /** By `at`; `[from, to)`. */
  of(containerIds: readonly string[], from: number, to: number): Promise<readonly ContainerResult[]>
  /** What was reported in `[from, to)` of each trip of which something was weighed, in no order. */
  trips(from: number, to: number): Promise<readonly (readonly TripResult[])[]>
  /** Grows whenever a result is stored or replaced; 0: there is none. */
  newestRevision(): Promise<number>
}

/** A stop's result beside what was expected there. */
export interface TripResult extends Pick<StopResult, 'outcome' | 'kg' | 'wetKg'> {
  /** `null`: an unload. */
  readonly containerId: string | null
  readonly expectedL: number
}
