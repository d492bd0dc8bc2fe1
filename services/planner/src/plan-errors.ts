/** A plan could not be made, and stands there as `failed`, or settings could not be tried; with why. */
export class PlanFailed extends Error {
  readonly code = 'PLAN_FAILED'
}

/** What the search or an op gave breaks a rule: a bug, and never shown as a plan. */
export class PlanUnsound extends Error {
  readonly code = 'PLAN_UNSOUND'

  constructor(faults: readonly string[]) {
    super(`${faults.length} rules broken, the first: ${faults[0]}`)
  }
}

/** A plan or depot that is not there. */
export class UnknownPlanSubject extends Error {
  readonly code = 'UNKNOWN_ID'

  constructor(kind: 'plan' | 'depot', id: string) {
    super(`there is no ${kind} ${id}`)
  }
}
