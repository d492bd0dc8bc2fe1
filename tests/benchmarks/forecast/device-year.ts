// One device's year as the fold sees it, from local midnight to local midnight: what was known, what was
// foreseen, and in hindsight what came in.
import {
  addDays,
  beforeAnyEvent,
  type Container,
  containerDefaults,
  DAY_MS,
  type Emptying,
  type FoldEvent,
  fillEstimateOf,
  fleetHabitOf,
  foldConfigOf,
  foldEvents,
  forecastFill,
  instantOf,
  localDate,
  quantileAt,
  settingsDefaults,
  weekdayOf,
} from '@bakwacht/domain'
import { CHANCES, HORIZONS } from './split.ts'

export interface Midnight {
  readonly at: number
  /** Of the day that begins, 1–7. */
  readonly weekday: number
  /** The clean level, %; `null`: none in the 24 h before. */
  readonly pct: number | null
  /** Levels foreseen, %: for each of `HORIZONS` one for each of `CHANCES`; `null` where no level was known. */
  readonly foreseen: readonly (readonly number[])[] | null
}

export interface DeviceYear {
  readonly device: string
  readonly midnights: readonly Midnight[]
  /** All that had come in until each midnight, up to a constant; `null` where the level was not known. */
  readonly broughtPct: readonly (number | null)[]
  readonly emptyings: number
  /** Processor time, means: of a forecast, and of the fold for a reading. */
  readonly forecastUs: number
  readonly readingUs: number
}

/** A forecast is made so often for the clock: a service makes thousands an hour. */
const REPEATED = 10
const TIMEZONE = 'Europe/Berlin'
/** One for all devices; nobody measured their containers. */
const CALIBRATION = { emptyDistanceMm: 1500, fullDistanceMm: 300 }

export function deviceYear(device: string, events: readonly FoldEvent[]): DeviceYear {
  const container: Container = {
    ...containerDefaults,
    ...CALIBRATION,
    id: device,
    name: device,
    location: [8.68, 50.11],
    capacityL: 3000,
    createdAt: events[0]?.at ?? 0,
  }
  const config = foldConfigOf(container, settingsDefaults, TIMEZONE)
  const fleet = fleetHabitOf(settingsDefaults)
  const midnights: Midnight[] = []
  const emptyings = new Map<number, Emptying>()
  let state = beforeAnyEvent
  let [next, folding, foreseeing] = [0, 0, 0]
  for (const at of midnightsOf(events)) {
    const until = events.findIndex((event, index) => index >= next && event.at >= at)
    const today = events.slice(next, until === -1 ? events.length : until)
    next += today.length
    let begun = process.cpuUsage()
    const folded = foldEvents(state, today, config)
    folding += microsecondsSince(begun)
    state = folded.state
    for (const emptying of folded.emptyings) emptyings.set(emptying.knownAt, emptying)

    const level = fillEstimateOf(state)
    const isKnown = level !== null && at - level.at <= DAY_MS
    begun = process.cpuUsage()
    const forecast = isKnown
      ? forecastFill({ level, habit: state.habit, fleet, timezone: TIMEZONE })
      : null
    for (let again = 1; isKnown && again < REPEATED; again++)
      forecastFill({ level, habit: state.habit, fleet, timezone: TIMEZONE })
    foreseeing += microsecondsSince(begun) / REPEATED
    const date = localDate(at, TIMEZONE)
    midnights.push({
      at,
      weekday: weekdayOf(date),
      pct: isKnown ? level.pct : null,
      foreseen:
        forecast &&
        HORIZONS.map((days) => {
          const later = instantOf(addDays(date, days), '00:00', TIMEZONE)
          return CHANCES.map((p) => quantileAt(forecast, later, p))
        }),
    })
  }
  const forecasts = midnights.filter(({ foreseen }) => foreseen !== null).length
  return {
    device,
    midnights,
    broughtPct: midnights.map((midnight) => broughtUntil(midnight, [...emptyings.values()])),
    emptyings: emptyings.size,
    forecastUs: foreseeing / forecasts,
    readingUs: folding / events.length,
  }
}

/** Of processor time: others may keep the machine busy. */
function microsecondsSince(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun)
  return user + system
}

function* midnightsOf(events: readonly FoldEvent[]): Generator<number> {
  const last = events.at(-1)?.at ?? 0
  let date = addDays(localDate(events[0]?.at ?? 0, TIMEZONE), 1)
  for (let at = instantOf(date, '00:00', TIMEZONE); at <= last; ) {
    yield at
    date = addDays(date, 1)
    at = instantOf(date, '00:00', TIMEZONE)
  }
}

/** The level and all that had been taken out by then. */
function broughtUntil({ at, pct }: Midnight, emptyings: readonly Emptying[]): number | null {
  if (pct === null) return null
  return emptyings.reduce((sum, { at: emptiedAt, knownAt, beforePct, afterPct }) => {
    if (beforePct === null || afterPct === null || emptiedAt > at) return sum
    // Until the fall was believed, the level may have stood where it was.
    const shown = knownAt <= at || Math.abs(pct - afterPct) < Math.abs(pct - beforePct)
    return shown ? sum + beforePct - afterPct : sum
  }, pct)
}
