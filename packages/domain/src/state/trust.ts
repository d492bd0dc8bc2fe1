// Whether a container's fill sensor can be believed at this time, and if not, why.
import type { Settings } from '../settings.ts'
import { isCalibrated } from '../signal/fill-scale.ts'
import { HOUR_MS } from '../time/local-time.ts'
import type { FoldState } from './fold/fold-state.ts'
import type { FillFault } from './fold/health/health.ts'
import { usualIntervalMs } from './fold/rhythm.ts'
import { openSilence } from './fold/silence.ts'

export type Trust = 'trusted' | 'no_sensor' | 'silent' | 'no_echo' | 'contradictory' | FillFault

/** Readings that never confirm each other leave the level standing; for so many intervals it is believed. */
const UNCONFIRMED_INTERVALS = 6

export function trustOf(fold: FoldState, now: number, health: Settings['health']): Trust {
  const { level, scale } = fold.fill
  const measures = level !== null && isCalibrated(scale)
  if (fold.deviceId === null || !measures || fold.lastReadingAt === null) return 'no_sensor'
  if (tellsNoFill(fold)) return 'no_sensor'
  if (openSilence(fold, now, health) !== undefined) return 'silent'
  const noEchoMs = health.noEchoHours * HOUR_MS
  if (fold.noEcho !== null && fold.lastReadingAt - fold.noEcho.since >= noEchoMs) return 'no_echo'
  const believed = Math.max(noEchoMs, usualIntervalMs(fold.rhythm) * UNCONFIRMED_INTERVALS)
  if (fold.lastReadingAt - level.at > believed) return 'contradictory'
  return fold.health.fault ?? 'trusted'
}

/** The device has reported, and its readings have no place for a fill: a level then is a driver's word, or older. */
const tellsNoFill = ({ fill, noEcho, heardAt, lastReadingAt }: FoldState): boolean =>
  fill.points === null && noEcho === null && heardAt === lastReadingAt
