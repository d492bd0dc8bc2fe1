// The product: its own states, its own choice of bins, its own prizes.
import { selectBins, wantedOf } from '@bakwacht/planning'
import { Backend } from '../backend/backend.ts'
import type { Policy } from '../boundary/policy.ts'
import { type Dispatch, runsFor } from '../operator/dispatch.ts'
import { snapshotOf } from '../operator/snapshot-of.ts'

export function bakwacht(dispatch: Dispatch, startAt: number): Policy {
  const { register } = dispatch
  const backend = new Backend({ register, startAt })
  return {
    listens: true,
    hear: (messages) => backend.hear(messages),
    told: (results) => backend.told(results),
    plan(date, now) {
      const snapshot = snapshotOf(register, backend.states(now), now)
      const wanted = wantedOf(selectBins(snapshot, date, register.depot.id))
      return runsFor(wanted, date, snapshot, dispatch)
    },
  }
}
