// Puts together what the folds know of a container into the state that everyone reads.
import { ALERT_KINDS, type AlertEpisode, type AlertKind, DEVICE_FAULTS } from '../alert/alert.ts'
import { absHumidityGPerM3, dewPointC } from '../damp/psychrometrics.ts'
import type { Container } from '../fleet/container.ts'
import { fleetHabitOf } from '../forecast/fleet-habit.ts'
import type { Foresight } from '../forecast/forecast-fill.ts'
import type { Settings } from '../settings.ts'
import { HOUR_MS } from '../time/local-time.ts'
import { assembleFill } from './assemble-fill.ts'
import type { ContainerState, DampState } from './container-state.ts'
import type { FoldState } from './fold/fold-state.ts'
import { openSilence } from './fold/silence.ts'
import { runHours } from './hourly/level-watch.ts'
import type { RulesState } from './hourly/rules-state.ts'
import { rounded } from './rounded.ts'
import { trustOf } from './trust.ts'

/** After so long without a reading nobody can say that a bin is dry. */
const DRY_FOR_MS = 48 * HOUR_MS

const MEASURED_DAMP = ['water_ingress', 'damp', 'damp_watch'] as const
const LEVELS = {
  water_ingress: 'water_ingress',
  damp: 'damp',
  damp_watch: 'watch',
  found_wet: 'watch',
} as const

/**
 * @param now the tick; everything that depends on it is judged at this instant
 * @param episodes of all kinds, the open ones among them
 * @param foresight what was learnt of the fleet; unless given, what the settings say of it
 */
export function assembleState(
  container: Container,
  fold: FoldState,
  rules: RulesState,
  episodes: readonly AlertEpisode[],
  now: number,
  settings: Settings,
  foresight: Foresight = { fleet: fleetHabitOf(settings), timezone: 'UTC' },
): ContainerState {
  const openNow = new Map(
    episodes.filter(({ clearedAt }) => clearedAt === null).map((each) => [each.kind, each]),
  )
  const trust = trustOf(fold, now, settings.health)
  const emptied = [container.lastEmptiedAt, fold.emptied?.at ?? null].filter((at) => at !== null)
  const lastEmptiedAt = emptied.length > 0 ? Math.max(...emptied) : null
  return {
    containerId: container.id,
    evaluatedAt: now,
    lastReadingAt: fold.lastReadingAt,
    fill: assembleFill(container, fold, trust, lastEmptiedAt, now, foresight),
    damp: assembleDamp(fold, rules, openNow, now, settings),
    health: {
      trustworthy: trust === 'trusted',
      silentSince: openSilence(fold, now, settings.health)?.raisedAt ?? null,
      noEchoSince: fold.noEcho?.since ?? null,
      batteryLow: openNow.has('battery_low'),
      batteryEndsAt: fold.health.battery.endsAt,
      faults: DEVICE_FAULTS.filter((kind) => openNow.has(kind)),
      fire: openNow.has('fire'),
    },
    latest: fold.latest,
    lastEmptiedAt,
    emptyings: fold.emptyings,
    openAlerts: ALERT_KINDS.filter((kind) => openNow.has(kind)),
  }
}

function assembleDamp(
  fold: FoldState,
  rules: RulesState,
  openNow: ReadonlyMap<AlertKind, AlertEpisode>,
  now: number,
  settings: Settings,
): DampState {
  const { tempC, rhPct } = fold.latest
  const known = tempC !== null && rhPct !== null && rhPct > 0
  const recent = fold.lastReadingAt !== null && now - fold.lastReadingAt <= DRY_FOR_MS
  const isMeasured = known && recent
  // What no sensor can say, the last visit's driver may have told.
  const told = isMeasured ? MEASURED_DAMP : ([...MEASURED_DAMP, 'found_wet'] as const)
  const worst = told.find((kind) => openNow.has(kind))
  const level75 = settings.damp.watch.findIndex(({ rhPct: level }) => level === 75)
  return {
    level: worst === undefined ? (isMeasured ? 'dry' : 'unknown') : LEVELS[worst],
    dewPointC: known ? rounded(dewPointC(tempC, rhPct)) : null,
    absHumidityGPerM3: known ? rounded(absHumidityGPerM3(tempC, rhPct), 2) : null,
    excessGPerM3: rules.excessGPerM3 === null ? null : rounded(rules.excessGPerM3, 2),
    lastingExcessGPerM3: rules.lasting === null ? null : rounded(rules.lasting.gPerM3, 2),
    mouldIndex: known ? rounded(fold.mould.index, 3) : null,
    hoursAbove75: runHours(rules.humid[level75] ?? null),
    wetHours: rules.wetHours,
    evidence: (worst && openNow.get(worst)?.evidence) ?? {},
  }
}
