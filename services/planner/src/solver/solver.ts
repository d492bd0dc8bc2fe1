import type { Problem, Solution } from '@bakwacht/routing'

export interface SearchOptions {
  readonly seed: number
  readonly seconds: number
  /** How many times as long it may take where others have the processor; 1 unless given. */
  readonly patience?: number
  /** Told now and then: which share of the time is over, and what the best solution so far costs. */
  readonly onProgress?: (progress: { readonly share: number; readonly bestCost: number }) => void
}

/** The port of the search. The planner gives it a problem and a time, and judges the answer itself. */
export interface Solver {
  /** Told apart in a plan's record. */
  readonly name: string
  /** How many search at once. */
  readonly threads: number
  /** @throws SearchOverdue, SolverStopped, or what the search threw */
  solve(problem: Problem, options: SearchOptions): Promise<Solution>
  /** Ends what is under way. Safe to call twice. */
  stop(): Promise<void>
}

/** The planner was stopped while it searched. */
export class SolverStopped extends Error {
  readonly code = 'SOLVER_STOPPED'
}
