import {
  type Container,
  type ContainerState,
  DAY_MS,
  type Densities,
  densityOf,
  LEVEL_SD_PCT,
  overflowProbability,
  type Settings,
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
}

/**
 * The load at `at`: the last trusted fill plus the container's own rate; without one, the fleet's
 * rate since the last emptying (or since it was registered).
 */
export function expectedAt(
  container: Container,
  state: ContainerState | undefined,
  at: number,
  settings: Settings,
  densities: Densities,
): ExpectedLoad {
  const known = state
    ? { pct: state.fill.pct, at: state.fill.at, measured: isTrusted(state) }
    : { pct: 0, at: lastEmptied(container, state) ?? container.createdAt, measured: false }
  const ratePctPerDay = state ? state.fill.ratePctPerDay : settings.fleetFillPctPerDay
  const pct = known.pct + (ratePctPerDay * Math.max(at - known.at, 0)) / DAY_MS
  const l = (container.capacityL * Math.min(Math.max(pct, 0), 100)) / 100
  const sdPct = known.measured ? LEVEL_SD_PCT.measured : LEVEL_SD_PCT.estimated
  const sdL = (container.capacityL * sdPct) / 100
  const { kgPerL } = densityOf(densities, container.id)
  return { pct, kgPerL, ...weightOf(densities, container, { l, sdL }), l, ratePctPerDay, known }
}

/** The level at another time, %; may exceed 100. */
export const levelAt = ({ known, ratePctPerDay }: ExpectedLoad, at: number): number =>
  known.pct + (ratePctPerDay * Math.max(at - known.at, 0)) / DAY_MS

/** The chance that the container is over full at `at`, 0–1. */
export const overflowChanceAt = ({ known, ratePctPerDay }: ExpectedLoad, at: number): number =>
  overflowProbability(
    known.pct,
    ratePctPerDay,
    at - known.at,
    known.measured ? LEVEL_SD_PCT.measured : LEVEL_SD_PCT.estimated,
  )

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
