// Everybody's rule: what is fuller than so many percent this morning is emptied today, and nothing else, but
// for bins that were left as long as they may be. It sees the same clean signal and the same weights as the
// product.
import { type ContainerState, DAY_MS, type Densities, weightOf } from '@bakwacht/domain'
import type { Wanted } from '@bakwacht/planning'
import { knowledge } from '../backend/knowledge.ts'
import type { Policy } from '../boundary/policy.ts'
import { type Dispatch, runsFor } from '../operator/dispatch.ts'
import { snapshotOf } from '../operator/snapshot-of.ts'
import { visitTo } from '../operator/visit-to.ts'

export function threshold(fromPct: number, dispatch: Dispatch, startAt: number): Policy {
  const { register } = dispatch
  const { backend, weighings, ...outside } = knowledge(dispatch, startAt)
  return {
    ...outside,
    plan(date, now) {
      const states = backend.fillStates(now)
      const wanted = wantedFrom(states, weighings.densities(now), now)
      const runs = runsFor(wanted, date, snapshotOf(register, states, now), dispatch)
      weighings.planned(runs)
      return runs
    },
  }

  function wantedFrom(
    states: readonly ContainerState[],
    densities: Densities,
    now: number,
  ): readonly Wanted[] {
    return register.containers.flatMap((container, index): Wanted[] => {
      const state = states[index]
      if (state === undefined) return []
      const pct = pctAt(state, now)
      const left = (now - (state.lastEmptiedAt ?? container.createdAt)) / DAY_MS
      if (pct < fromPct && left < container.maxDaysBetweenVisits) return []
      const l = (container.capacityL * Math.min(Math.max(pct, 0), 100)) / 100
      return [visitTo(container, { l, ...weightOf(densities, container, { l }) })]
    })
  }
}

/** A sensor that fell silent is carried on at the bin's own rate. */
const pctAt = ({ fill }: ContainerState, now: number): number =>
  fill.pct + (fill.ratePctPerDay * Math.max(now - fill.at, 0)) / DAY_MS
