// From what is folded of a container to its state and alerts: the rules over its complete hours beside
// those of its neighbours, and everything that depends on "now".
import type { AlertEpisode } from '../alert/alert.ts'
import { isSunny } from '../damp/solar-elevation.ts'
import type { Container } from '../fleet/container.ts'
import type { Foresight } from '../forecast/forecast-fill.ts'
import type { Settings } from '../settings.ts'
import { HOUR_MS } from '../time/local-time.ts'
import { assembleState } from './assemble-state.ts'
import type { ContainerState } from './container-state.ts'
import type { Folded } from './fold/fold.ts'
import { openSilence } from './fold/silence.ts'
import type { HourInput, OutdoorHour } from './hourly/hour-input.ts'
import { hasValues, hourValues } from './hourly/hourly-day.ts'
import { type RulesRun, runHourlyRules } from './hourly/hourly-rules.ts'
import { rainBefore } from './hourly/rain.ts'
import { type HourlySeries, referenceAt } from './hourly/reference.ts'
import type { RulesState } from './hourly/rules-state.ts'

/** What stands around a container. */
export interface Surroundings {
  /** Nearest first. */
  readonly neighbours: readonly HourlySeries[]
  /** The weather in an hour since 1970; absent: nobody measures it. */
  readonly outdoorAt?: (hour: number) => OutdoorHour | undefined
  /** UTC ms: when it can be emptied if the coming run leaves it out, seen from the end of this hour. */
  nextVisitAt(hour: number): number
  /** What was learnt of the fleet; absent: what the settings say of it. */
  readonly foresight?: Foresight
}

export interface Judged {
  readonly rules: RulesRun
  readonly state: ContainerState
  /** Of all kinds, those that ended since the start and those that still last. */
  readonly episodes: readonly AlertEpisode[]
}

/**
 * @param folded since the midnight that `start` comes from
 * @param tick UTC ms, a full hour: judged is what is known of the time before it
 */
export function judge(
  container: Container,
  start: RulesState,
  folded: Folded,
  surroundings: Surroundings,
  tick: number,
  settings: Settings,
): Judged {
  const hours = completeHours(container, folded, surroundings, tick, settings)
  const rules = runHourlyRules(start, hours, settings)
  const silence = openSilence(folded.state, tick, settings.health)
  const episodes: AlertEpisode[] = [...folded.episodes, ...rules.episodes]
  if (silence !== undefined) episodes.push(silence)
  const { foresight } = surroundings
  const { state: after } = rules
  const state = assembleState(container, folded.state, after, episodes, tick, settings, foresight)
  return { rules, state, episodes }
}

function* completeHours(
  container: Container,
  { days }: Folded,
  { neighbours, outdoorAt, nextVisitAt }: Surroundings,
  tick: number,
  { damp: { minNeighbours } }: Settings,
): Generator<HourInput> {
  const end = tick / HOUR_MS
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
          : referenceAt(hour, neighbours, outdoorAt?.(hour), minNeighbours),
        rainMm: outdoorAt === undefined ? null : rainBefore(outdoorAt, hour),
        sunny: isSunny(hour, container.location),
        nextVisitAt: nextVisitAt(hour),
      }
    }
  }
}
