// Alerts that say that something is wrong with the sensor or the bin. That it is full or will be is no
// anomaly; and whether its air is damp or the weather is, nobody can tell without neighbours.
import {
  type AlertEpisode,
  type AlertKind,
  beforeAnyHour,
  type Container,
  type Folded,
  HOUR_MS,
  judge,
  type Settings,
} from '@bakwacht/domain'

const NO_ANOMALY: ReadonlySet<AlertKind> = new Set([
  'full',
  'fills_before_next_visit',
  'damp_watch',
  'damp',
])

/** Nobody else is near, and nobody measures the weather. When it is emptied next does not matter here. */
const ALONE = { neighbours: [], nextVisitAt: (hour: number) => (hour + 25) * HOUR_MS }

/**
 * By the time at which they were raised.
 * @param folded everything
 * @param endAt UTC ms: who has been silent for too long by then is silent
 */
export function anomaliesIn(
  folded: Folded,
  container: Container,
  settings: Settings,
  endAt: number,
): AlertEpisode[] {
  const tick = (Math.floor(endAt / HOUR_MS) + 1) * HOUR_MS
  return judge(container, beforeAnyHour, folded, ALONE, tick, settings)
    .episodes.filter(({ kind }) => !NO_ANOMALY.has(kind))
    .sort((a, b) => a.raisedAt - b.raisedAt || (a.kind < b.kind ? -1 : 1))
}
