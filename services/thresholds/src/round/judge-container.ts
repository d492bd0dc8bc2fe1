// Second half of a round, for one container: judged beside its neighbours, and what of it is to be stored.
import { type FleetHabitLearner, judge, type RulesRun } from '@bakwacht/domain'
import type { StateChange } from '@bakwacht/registry'
import type { Fleet } from '../fleet.ts'
import type { HoursCache } from '../hours-cache.ts'
import type { Outdoor } from '../outdoor/outdoor.ts'
import type { FoldedContainer } from './fold-containers.ts'

export interface Judged {
  readonly rules: RulesRun
  readonly change: StateChange
}

export interface Surroundings {
  readonly fleet: Fleet
  readonly hours: HoursCache
  readonly outdoor: Outdoor | undefined
  /** UTC ms, a full hour: what is judged is what is known of the time before it. */
  readonly tick: number
  /** Told of every habit, when it is time to learn how the fleet fills. */
  readonly learner?: FleetHabitLearner | undefined
}

export function judgeContainer(
  { container, start, folded }: FoldedContainer,
  { fleet, hours, outdoor, tick, learner }: Surroundings,
): Judged {
  learner?.add(container, folded.state.habit)
  const surroundings = {
    neighbours: fleet.neighbours(container.id).map((id) => hours.series(id)),
    ...(outdoor !== undefined && { outdoorAt: outdoor.at }),
    foresight: fleet.foresight(container),
    nextVisitAt: (hour: number) => fleet.nextVisitAt(container, hour),
  }
  const { rules, state, episodes } = judge(
    container,
    start.rules,
    folded,
    surroundings,
    tick,
    fleet.settings,
  )
  return { rules, change: { state, alertsSince: start.at, episodes } }
}
