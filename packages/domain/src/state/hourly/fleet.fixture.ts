// A few bins beside each other, each with its own climate, folded and judged as the service does it.
import type { AlertEpisode } from '../../alert/alert.ts'
import type { StopOutcome } from '../../collection/plan.ts'
import { isSunny } from '../../damp/solar-elevation.ts'
import { type Settings, settingsDefaults } from '../../settings.ts'
import { DAY_MS, HOUR_MS } from '../../time/local-time.ts'
import { container, reading, seated } from '../fold/fold.fixture.ts'
import { foldEvents } from '../fold/fold.ts'
import { foldConfigOf } from '../fold/fold-config.ts'
import { type FoldEvent, inObservedOrder } from '../fold/fold-event.ts'
import { beforeAnyEvent } from '../fold/fold-state.ts'
import type { HourInput, OutdoorHour } from './hour-input.ts'
import { type HourlyDay, hasValues, hourValues } from './hourly-day.ts'
import { runHourlyRules } from './hourly-rules.ts'
import { rainBefore } from './rain.ts'
import { referenceAt } from './reference.ts'
import { beforeAnyHour } from './rules-state.ts'

export interface AirAt {
  readonly tempC: number
  readonly rhPct: number
  readonly fillPct?: number
}
/** The air in a bin `hours` after the start; `undefined`: no reading. */
export type Climate = (hours: number) => AirAt | undefined

export interface FleetScenario {
  readonly from: number
  readonly hours: number
  readonly bins: readonly Climate[]
  readonly outdoor?: (hours: number) => OutdoorHour
  /** Of every bin. */
  readonly emptied?: readonly { readonly afterHours: number; readonly outcome: StopOutcome }[]
  readonly settings?: Settings
}

export interface JudgedBin {
  readonly episodes: readonly AlertEpisode[]
  readonly hours: readonly HourInput[]
}

export function judge(scenario: FleetScenario): readonly JudgedBin[] {
  const { from, hours, bins, outdoor, settings = settingsDefaults } = scenario
  const series = bins.map(daysOf)
  const firstHour = from / HOUR_MS
  return series.map((own, index) => {
    const inputs = [...inputsOf(own, index)]
    return { episodes: runHourlyRules(beforeAnyHour, inputs, settings).episodes, hours: inputs }
  })

  function daysOf(climate: Climate): ReadonlyMap<number, HourlyDay> {
    const events: FoldEvent[] = [{ ...seated, at: from }]
    for (let hour = 0; hour < hours; hour++) {
      const air = climate(hour)
      if (air !== undefined) events.push(reading(from + hour * HOUR_MS + 60_000, air))
    }
    for (const { afterHours, outcome } of scenario.emptied ?? [])
      events.push({ kind: 'result', at: from + afterHours * HOUR_MS, stopId: 's', outcome })
    return foldEvents(
      beforeAnyEvent,
      inObservedOrder(events),
      foldConfigOf(container, settings, 'Europe/Brussels'),
    ).days
  }

  function* inputsOf(own: ReadonlyMap<number, HourlyDay>, index: number): Generator<HourInput> {
    const others = series
      .filter((_, other) => other !== index)
      .map((days) => (day: number) => days.get(day))
    for (let hour = firstHour; hour < firstHour + hours; hour++) {
      const day = own.get(Math.floor(hour / 24))
      if (day === undefined) continue
      const values = hourValues(day, hour % 24)
      if (!hasValues(values)) continue
      yield {
        hour,
        own: values,
        reference: referenceAt(
          hour,
          others,
          outdoor?.(hour - firstHour),
          settings.damp.minNeighbours,
        ),
        rainMm: rainBefore((at) => outdoor?.(Math.max(at - firstHour, 0)), hour),
        sunny: isSunny(hour, container.location),
        nextVisitAt: (hour + 1) * HOUR_MS + 2 * DAY_MS,
      }
    }
  }
}

export const kindsOf = ({ episodes }: JudgedBin): string[] => episodes.map(({ kind }) => kind)
