// The product: its own states, its own choice of bins, its own prizes.
import { selectBins, wantedOf } from '@bakwacht/planning'
import { knowledge } from '../backend/knowledge.ts'
import type { Policy } from '../boundary/policy.ts'
import type { Register } from '../boundary/register.ts'
import { type Dispatch, runsFor } from '../operator/dispatch.ts'
import { snapshotOf } from '../operator/snapshot-of.ts'

/** `plan.full_waits_below`, by default 0: what cost least of 0, 0.2 and 0.3 on seeds that are not reported. */
const FULL_WAITS_BELOW = 0.3

export function bakwacht(dispatch: Dispatch, startAt: number): Policy {
  const register = forLeastCost(dispatch.register)
  const { backend, weighings, ...outside } = knowledge({ register }, startAt)
  return {
    ...outside,
    plan(date, now) {
      const known = snapshotOf(register, backend.states(now), now)
      const snapshot = { ...known, densities: weighings.densities(now) }
      const wanted = wantedOf(selectBins(snapshot, date, register.depot.id))
      const runs = runsFor(wanted, date, snapshot, dispatch)
      weighings.planned(runs)
      return runs
    },
  }
}

const forLeastCost = (register: Register): Register => ({
  ...register,
  settings: {
    ...register.settings,
    plan: { ...register.settings.plan, fullWaitsBelow: FULL_WAITS_BELOW },
  },
})
