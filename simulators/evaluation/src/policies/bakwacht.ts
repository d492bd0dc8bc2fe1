// The product: its own states, its own choice of bins, its own prizes.
import { selectBins, wantedOf } from '@bakwacht/planning'
import { Backend } from '../backend/backend.ts'
import { Weighings } from '../backend/weighings.ts'
import type { Policy } from '../boundary/policy.ts'
import type { Register } from '../boundary/register.ts'
import { type Dispatch, runsFor } from '../operator/dispatch.ts'
import { snapshotOf } from '../operator/snapshot-of.ts'

/** As docs/settings.md advises those who want the least cost: `plan.full_waits_below`. */
const FULL_WAITS_BELOW = 0.3

export function bakwacht(dispatch: Dispatch, startAt: number): Policy {
  const register = forLeastCost(dispatch.register)
  const backend = new Backend({ register, startAt })
  const weighings = new Weighings({ register })
  return {
    listens: true,
    hear: (messages) => backend.hear(messages),
    told(results) {
      backend.told(results)
      weighings.told(results)
    },
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
