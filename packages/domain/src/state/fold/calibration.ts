import type { Container } from '../../fleet/container.ts'
import { hasFlag } from '../../reading/quality-flag.ts'
import type { Reading } from '../../reading/reading.ts'
import type { FillScale } from '../../signal/fill-scale.ts'

/** Distances at which a container is empty and full. */
export interface Calibration {
  readonly emptyMm: number
  readonly fullMm: number
}

/** A container that nobody measured: the container's own echoes will say how deep it is. */
const usualCalibration: Calibration = { emptyMm: 2000, fullMm: 300 }

/** `null`: not calibrated, or the two distances do not fit together. */
export function calibrationOf({
  emptyDistanceMm,
  fullDistanceMm,
}: Pick<Container, 'emptyDistanceMm' | 'fullDistanceMm'>): Calibration | null {
  if (emptyDistanceMm === null || fullDistanceMm === null) return null
  if (emptyDistanceMm <= fullDistanceMm) return null
  return { emptyMm: emptyDistanceMm, fullMm: fullDistanceMm }
}

/** What one reading says of the fill. */
export interface MeasuredFill {
  /** Percent between the two distances, not clipped; a device's own estimate as it is. */
  readonly points: number
  /** True where the distances are none that anybody registered. */
  readonly guessed: boolean
}

/**
 * The fill that one reading says; `null`: unknown. A distance wins over the device's own estimate once
 * the container is calibrated; without an echo neither counts, for no echo is never empty.
 */
export function measuredFill(
  reading: Reading,
  calibration: Calibration | null,
): MeasuredFill | null {
  const { distanceMm, fillPct } = reading
  if (hasFlag(reading.flags, 'no_echo')) return null
  if (distanceMm !== null && calibration !== null)
    return { points: pointsOf(distanceMm, calibration), guessed: false }
  if (fillPct !== null) return { points: fillPct, guessed: false }
  return distanceMm === null
    ? null
    : { points: pointsOf(distanceMm, usualCalibration), guessed: true }
}

/** What a level in percent rests on by now. */
export interface CalibrationInUse extends Calibration {
  /** `learnt`: where the level came to rest after emptyings; `guessed`: nobody measured the container. */
  readonly source: 'registered' | 'learnt' | 'guessed'
}

export function calibrationInUse(
  registered: Calibration | null,
  { floor }: FillScale,
): CalibrationInUse {
  const { emptyMm, fullMm } = registered ?? usualCalibration
  return {
    emptyMm: Math.round(emptyMm - (floor / 100) * (emptyMm - fullMm)),
    fullMm,
    source: registered === null ? 'guessed' : floor === 0 ? 'registered' : 'learnt',
  }
}

const pointsOf = (distanceMm: number, { emptyMm, fullMm }: Calibration): number =>
  ((emptyMm - distanceMm) / (emptyMm - fullMm)) * 100
