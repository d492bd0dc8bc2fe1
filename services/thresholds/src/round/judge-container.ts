// Second half of a round, for one container: the rules over its complete hours beside those of its
// neighbours, and the state and alerts that follow.
import {
  type AlertEpisode,
  assembleState,
  type Container,
  DAY_MS,
  type HourInput,
  hasValues,
  hourValues,
  isSunny,
  openSilence,
  type RulesRun,
  rainBefore,
  referenceAt,
  runHourlyRules,
} from '@bakwacht/domain'
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
}

export function judgeContainer(
  { container, start, folded }: FoldedContainer,
  surroundings: Surroundings,
): Judged {
  const { fleet, tick } = surroundings
  const { settings } = fleet
  const rules = runHourlyRules(start.rules, hourInputs(container, folded, surroundings), settings)
  const silence = openSilence(folded.state, tick, settings.health)
  const episodes: AlertEpisode[] = [...folded.episodes, ...rules.episodes]
  if (silence !== undefined) episodes.push(silence)
  const state = assembleState(container, folded.state, rules.state, episodes, tick, settings)
  return { rules, change: { state, alertsSince: start.at, episodes } }
}

function* hourInputs(
  container: Container,
  { days }: FoldedContainer['folded'],
  { fleet, hours, outdoor, tick }: Surroundings,
): Generator<HourInput> {
  const neighbours = fleet.neighbours(container.id).map((id) => hours.series(id))
  const { minNeighbours } = fleet.settings.damp
  const end = tick / (DAY_MS / 24)
  for (const day of [...days.keys()].sort((a, b) => a - b)) {
    const own = days.get(day)
    for (let slot = 0; own !== undefined && slot < 24; slot++) {
      const hour = day * 24 + slot
      if (hour >= end) return
      const values = hourValues(own, slot)
      if (!hasValues(values)) continue
      yield {
        hour,
        own: values,
        reference: Number.isNaN(values.absHumidityGPerM3)
          ? null
          : referenceAt(hour, neighbours, outdoor?.at(hour), minNeighbours),
        rainMm: outdoor === undefined ? null : rainBefore(outdoor.at, hour),
        sunny: isSunny(hour, container.location),
        nextVisitAt: fleet.nextVisitAt(container, hour),
      }
    }
  }
}
