// Alerts that say that something is wrong with the sensor, the bin or its air. That it is full or will
// be, or that the air is humid, is no anomaly.
import {
  type AlertEpisode,
  type AlertKind,
  beforeAnyHour,
  type FoldConfig,
  type FoldState,
  HOUR_MS,
  type HourInput,
  type HourlyDay,
  hasValues,
  hourValues,
  isSunny,
  type LonLat,
  openSilence,
  runHourlyRules,
} from '@bakwacht/domain'

const NO_ANOMALY: ReadonlySet<AlertKind> = new Set([
  'full',
  'fills_before_next_visit',
  'damp_watch',
])

export interface Judged {
  /** After the last reading. */
  readonly state: FoldState
  readonly endedEpisodes: readonly AlertEpisode[]
  readonly hours: ReadonlyMap<number, HourlyDay>
}

/**
 * By the time at which they were raised.
 * @param now UTC ms: who has been silent for too long by then is silent
 */
export function anomaliesIn(
  { state, endedEpisodes, hours }: Judged,
  { location, settings }: Pick<FoldConfig, 'location' | 'settings'>,
  now: number,
): AlertEpisode[] {
  const open = Object.entries(state.open).map(([kind, episode]) => ({
    kind: kind as AlertKind,
    ...episode,
    clearedAt: null,
  }))
  const silence = openSilence(state, now, settings.health)
  const { episodes } = runHourlyRules(beforeAnyHour, hourInputs(hours, location), settings)
  return [...endedEpisodes, ...open, ...(silence ? [silence] : []), ...episodes]
    .filter(({ kind }) => !NO_ANOMALY.has(kind))
    .sort((a, b) => a.raisedAt - b.raisedAt || (a.kind < b.kind ? -1 : 1))
}

/** As the rules see them where nobody else is near: no neighbours, no weather. */
function* hourInputs(
  hours: ReadonlyMap<number, HourlyDay>,
  location: LonLat,
): Generator<HourInput> {
  for (const day of [...hours.keys()].sort((a, b) => a - b)) {
    const values = hours.get(day)
    if (values === undefined) continue
    for (let hourOfDay = 0; hourOfDay < 24; hourOfDay++) {
      const own = hourValues(values, hourOfDay)
      const hour = day * 24 + hourOfDay
      if (!hasValues(own)) continue
      yield {
        ...{ hour, own, reference: null, rainMm: null, sunny: isSunny(hour, location) },
        nextVisitAt: (hour + 25) * HOUR_MS,
      }
    }
  }
}
