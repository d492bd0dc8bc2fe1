import {
  type Container,
  type ContainerState,
  type Densities,
  densityOf,
  expectedPctAt,
  type FillForecast,
  fleetHabitOf,
  forecastFill,
  LEVEL_SD_PCT,
  probabilityAbove,
  quantileAt,
  type Settings,
  unknownHabit,
  weightOf,
} from '@bakwacht/domain'

/** What is thought to be in a container at some time. */
export interface ExpectedLoad {
  /** May exceed 100: gifts that no longer fit. */
  readonly pct: number
  readonly kg: number
  /** How well that is known. */
  readonly sdKg: number
  readonly l: number
  readonly kgPerL: number
  readonly ratePctPerDay: number
  /** Where `pct` was counted from. */
  readonly known: { readonly pct: number; readonly at: number; readonly measured: boolean }
  readonly forecast: FillForecast
}

/**
 * The load at `at`, by the forecast that its state holds; without a state, by the fleet's rate since the
 * last emptying (or since it was registered).
 */
export function expectedAt(
  container: Container,
  state: ContainerState | undefined,
  at: number,
  settings: Settings,
  densities: Densities,
): ExpectedLoad {
  const forecast = state?.fill.forecast ?? plainForecast(container, state, settings)
  const known = state
    ? { pct: state.fill.pct, at: state.fill.at, measured: isTrusted(state) }
    : { ...forecast.from, measured: false }
  const pct = expectedPctAt(forecast, at)
  const l = (container.capacityL * Math.min(Math.max(pct, 0), 100)) / 100
  const sdL = (container.capacityL * sdPctAt(forecast, at)) / 100
  const { kgPerL } = densityOf(densities, container.id)
  const ratePctPerDay = forecast.pctPerDay
  const weight = weightOf(densities, container, { l, sdL })
  return { pct, kgPerL, ...weight, l, ratePctPerDay, known, forecast }
}

/** The mean level at another time, %; may exceed 100. */
export const levelAt = ({ forecast }: ExpectedLoad, at: number): number =>
  expectedPctAt(forecast, at)

/** The chance that the container is over full at `at`, 0–1. */
export const overflowChanceAt = ({ forecast }: ExpectedLoad, at: number): number =>
  probabilityAbove(forecast, 100, at)

/** Of a container whose state holds none: lumps at the rate that is known. */
function plainForecast(
  container: Container,
  state: ContainerState | undefined,
  settings: Settings,
): FillForecast {
  const fleet = fleetHabitOf(settings)
  const emptiedAt = lastEmptied(container, state) ?? container.createdAt
  const level = state
    ? { sdPct: LEVEL_SD_PCT[isTrusted(state) ? 'measured' : 'estimated'], ...state.fill }
    : { at: emptiedAt, pct: 0, sdPct: LEVEL_SD_PCT.estimated }
  return forecastFill({
    level: { at: level.at, pct: level.pct, sdPct: level.sdPct },
    habit: unknownHabit,
    fleet: state ? { ...fleet, pctPerDay: state.fill.ratePctPerDay, spread: 0 } : fleet,
    timezone: 'UTC',
  })
}

/** Standard deviation of the level, points: half of what lies between, were it normal. */
function sdPctAt(forecast: FillForecast, at: number): number {
  const [low, high] = [quantileAt(forecast, at, 0.16), quantileAt(forecast, at, 0.84)]
  return (high - low) / 2
}

/** A fill that a sensor measured, by a sensor that is believed. */
const isTrusted = (state: ContainerState): boolean =>
  state.fill.source === 'sensor' && state.health.trustworthy

/** By the register or the signal, whichever is later; `null`: never seen. */
export function lastEmptied(
  container: Container,
  state: ContainerState | undefined,
): number | null {
  const times = [container.lastEmptiedAt, state?.lastEmptiedAt ?? null].filter((at) => at !== null)
  return times.length > 0 ? Math.max(...times) : null
}
