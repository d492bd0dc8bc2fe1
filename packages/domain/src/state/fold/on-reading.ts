// One reading of the device that sat in the container.
import type { EpisodeBook } from '../../alert/episode-book.ts'
import { isSunny } from '../../damp/solar-elevation.ts'
import { habitAt } from '../../forecast/fill-habit.ts'
import { hasFlag } from '../../reading/quality-flag.ts'
import type { Reading } from '../../reading/reading.ts'
import type { Emptying } from '../../signal/emptying.ts'
import type { LevelPoint } from '../../signal/fill-estimate.ts'
import { isBeyondFloor, isCalibrated, pctAt } from '../../signal/fill-scale.ts'
import { fillAfterEcho, fillAfterLid } from '../../signal/fill-signal.ts'
import { HOUR_MS } from '../../time/local-time.ts'
import { rounded } from '../rounded.ts'
import { lastingMs, swingsAfter } from '../swings.ts'
import { type MeasuredFill, measuredFill } from './calibration.ts'
import { emptiedAt, partlyEmptiedAt } from './emptied.ts'
import { fireEvidence, fireIsOver, trailWith } from './fire.ts'
import type { FoldConfig } from './fold-config.ts'
import type { FoldState } from './fold-state.ts'
import { healthAfter } from './health/health.ts'
import { hourBegun, hourWith } from './hour-sums.ts'
import { rhythmWith, usualIntervalMs } from './rhythm.ts'
import { noteSilence } from './silence.ts'

/** After so many usual intervals a reading is missing. */
const MISSING_INTERVALS = 2.5

export function onReading(
  before: FoldState,
  reading: Reading,
  book: EpisodeBook,
  config: FoldConfig,
): FoldState {
  let state = heard(before, reading, book, config)
  state = withClimate(state, reading, book, config)
  state = withBattery(state, reading, book, config)
  state = { ...state, fill: fillAfterLid(state.fill, lidOpensSince(before, reading)) }
  const fill = measuredFill(reading, config.calibration)
  const echo = fill === null || isBeyondFloor(state.fill.scale, fill.points) ? null : fill
  state =
    echo === null
      ? withoutEcho(state, reading, fill !== null, book, config)
      : withFill(state, reading.observedAt, echo, book, config)
  const pct = echo === null ? null : pctAt(state.fill.scale, echo.points)
  return withHealth(state, reading, pct, book, config)
}

/** A reading that is missing took its count along. */
function lidOpensSince(
  { lastReadingAt, rhythm }: FoldState,
  { observedAt, lidOpens }: Reading,
): number | null {
  if (lastReadingAt === null || lidOpens === null) return null
  return observedAt - lastReadingAt < MISSING_INTERVALS * usualIntervalMs(rhythm) ? lidOpens : null
}

function withHealth(
  state: FoldState,
  reading: Reading,
  fillPct: number | null,
  book: EpisodeBook,
  { settings, calibration }: FoldConfig,
): FoldState {
  const judged = { fillPct, calibration, emptiedKnownAt: state.emptied?.knownAt ?? null }
  return { ...state, health: healthAfter(state.health, reading, judged, book, settings.health) }
}

function heard(
  state: FoldState,
  { observedAt, tempC, rhPct, batteryV }: Reading,
  book: EpisodeBook,
  config: FoldConfig,
): FoldState {
  noteSilence(state, observedAt, book, config)
  const { heardAt, lastReadingAt, latest } = state
  const follows = lastReadingAt !== null && lastReadingAt === heardAt
  return {
    ...state,
    heardAt: observedAt,
    lastReadingAt: observedAt,
    rhythm: follows ? rhythmWith(state.rhythm, observedAt - lastReadingAt) : state.rhythm,
    latest: {
      tempC: tempC ?? latest.tempC,
      rhPct: rhPct ?? latest.rhPct,
      batteryV: batteryV ?? latest.batteryV,
    },
  }
}

function withClimate(
  state: FoldState,
  reading: Reading,
  book: EpisodeBook,
  { settings: { fire }, location }: FoldConfig,
): FoldState {
  const { observedAt: at, tempC } = reading
  const hour = hourWith(state.hour ?? hourBegun(Math.floor(at / HOUR_MS)), reading)
  if (tempC === null) return { ...state, hour }
  const sunny = isSunny(Math.floor(at / HOUR_MS), location)
  const evidence = fireEvidence(state.temps, { at, tempC }, sunny, fire)
  if (evidence !== undefined) book.raise('fire', at, evidence)
  else if (fireIsOver(tempC, fire)) book.clear('fire', at)
  return { ...state, hour, temps: trailWith(state.temps, { at, tempC }) }
}

/** Cold makes a battery dip, so it takes two low readings, and a tenth of a volt to recover. */
function withBattery(
  state: FoldState,
  { observedAt: at, batteryV }: Reading,
  book: EpisodeBook,
  { settings: { health } }: FoldConfig,
): FoldState {
  if (batteryV === null) return state
  const batteryLow = batteryV <= health.batteryLowV ? Math.min(state.batteryLow + 1, 2) : 0
  if (batteryLow === 2) book.raise('battery_low', at, { battery_v: rounded(batteryV, 2), at })
  if (batteryV >= health.batteryLowV + 0.1) book.clear('battery_low', at)
  return { ...state, batteryLow }
}

function withoutEcho(
  state: FoldState,
  { observedAt: at, flags }: Reading,
  beyondFloor: boolean,
  book: EpisodeBook,
  { settings: { health } }: FoldConfig,
): FoldState {
  const lost = hasFlag(flags, 'no_echo') || hasFlag(flags, 'distance_impossible') || beyondFloor
  // Otherwise it does not measure fill at all, which is no fault.
  if (!lost) return state
  const noEcho = { since: state.noEcho?.since ?? at, readings: (state.noEcho?.readings ?? 0) + 1 }
  const hours = (at - noEcho.since) / HOUR_MS
  if (hours >= health.noEchoHours)
    book.raise('no_echo', at, { since_at: noEcho.since, at, readings: noEcho.readings })
  return { ...state, noEcho }
}

function withFill(
  state: FoldState,
  at: number,
  { points, guessed }: MeasuredFill,
  book: EpisodeBook,
  config: FoldConfig,
): FoldState {
  book.clear('no_echo', at)
  const { fill, fall } = fillAfterEcho(state.fill, at, points, guessed)
  let next: FoldState = { ...state, noEcho: null, fill }
  if (fall !== null) {
    const emptying: Emptying = { ...fall, knownAt: at, by: 'signal' }
    if (!fall.partial) book.clear('full', at)
    next = (fall.partial ? partlyEmptiedAt : emptiedAt)(next, emptying)
  }
  const { level } = fill
  if (level === null || level.at !== at) return next

  next = { ...next, swings: swingsAfter(next.swings, at, level.pct) }
  return {
    ...next,
    fullCrossedAt: isCalibrated(fill.scale) ? noteFull(next, level, book, config) : null,
    habit: habitAt(next.habit, level, config.timezone),
    hour: next.hour && { ...next.hour, fillPct: level.pct, fillSdPct: level.sdPct },
  }
}

/** @returns since when the level has contradicted the alert, or its absence, and not for long enough yet */
function noteFull(
  { swings, fullCrossedAt }: FoldState,
  { at, pct }: LevelPoint,
  book: EpisodeBook,
  { fillThresholdPct: threshold, settings }: FoldConfig,
): number | null {
  const open = book.isOpen('full')
  const crosses = open ? pct < threshold - settings.fillHysteresisPct : pct >= threshold
  if (!crosses) return null
  const since = fullCrossedAt ?? at
  if (at - since < lastingMs(swings, at)) return since
  if (open) book.clear('full', at)
  else book.raise('full', at, { fill_pct: rounded(pct), threshold_pct: threshold, at })
  return null
}
