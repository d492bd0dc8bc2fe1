import type { Problem, Solution } from '@bakwacht/routing'

/** The port of the search. The planner gives it a problem and a time, and judges the answer itself. */
export interface Solver {
  /** Told apart in a plan's record. */
  readonly name: string
  /** @throws SolverTimeout, SolverStopped, or what the search threw */
  solve(
    problem: Problem,
    options: { readonly seed: number; readonly seconds: number },
  ): Promise<Solution>
  /** Ends what is under way. Safe to call twice. */
  stop(): Promise<void>
}

/** The search went on long after its time. */
export class SolverTimeout extends Error {
  readonly code = 'SOLVER_TIMEOUT'
}

/** The planner was stopped while it searched. */
export class SolverStopped extends Error {
  readonly code = 'SOLVER_STOPPED'
}
