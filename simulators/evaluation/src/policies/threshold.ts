// Everybody's rule: what is fuller than so many percent this morning is emptied today, and nothing else, but
// for bins that were left as long as they may be. It sees the same clean signal as the product.
import { type ContainerState, DAY_MS } from '@bakwacht/domain'
import type { Wanted } from '@bakwacht/planning'
import { Backend } from '../backend/backend.ts'
import type { Policy } from '../boundary/policy.ts'
import { type Dispatch, runsFor } from '../operator/dispatch.ts'
import { snapshotOf } from '../operator/snapshot-of.ts'
import { visitTo } from '../operator/visit-to.ts'

export function threshold(fromPct: number, dispatch: Dispatch, startAt: number): Policy {
  const { register } = dispatch
  const backend = new Backend({ register, startAt })
  return {
    listens: true,
    hear: (messages) => backend.hear(messages),
    told: (results) => backend.told(results),
    plan(date, now) {
      const states = backend.fillStates(now)
      const wanted = register.containers.flatMap((container, index): Wanted[] => {
        const state = states[index]
        if (state === undefined) return []
        const pct = pctAt(state, now)
        const left = (now - (state.lastEmptiedAt ?? container.createdAt)) / DAY_MS
        const due = left >= container.maxDaysBetweenVisits
        return pct >= fromPct || due ? [visitTo(container, pct, register)] : []
      })
      return runsFor(wanted, date, snapshotOf(register, states, now), dispatch)
    },
  }
}

/** A sensor that fell silent is carried on at the bin's own rate. */
const pctAt = ({ fill }: ContainerState, now: number): number =>
  fill.pct + (fill.ratePctPerDay * Math.max(now - fill.at, 0)) / DAY_MS
