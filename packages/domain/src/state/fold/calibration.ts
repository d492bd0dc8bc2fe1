import type { Container } from '../../fleet/container.ts'
import { hasFlag } from '../../reading/quality-flag.ts'
import type { Reading } from '../../reading/reading.ts'

/** Distances at which a container is empty and full. */
export interface Calibration {
  readonly emptyMm: number
  readonly fullMm: number
}

/** An echo from this far (share of the span) beyond the floor comes from somewhere else. */
const BEYOND_FLOOR = 0.2

/** `null`: not calibrated, or the two distances do not fit together. */
export function calibrationOf({
  emptyDistanceMm,
  fullDistanceMm,
}: Pick<Container, 'emptyDistanceMm' | 'fullDistanceMm'>): Calibration | null {
  if (emptyDistanceMm === null || fullDistanceMm === null) return null
  if (emptyDistanceMm <= fullDistanceMm) return null
  return { emptyMm: emptyDistanceMm, fullMm: fullDistanceMm }
}

/**
 * The fill that one reading says, 0–100; `null`: unknown. A distance wins over the device's own
 * estimate once the container is calibrated; without an echo neither counts, for no echo is never empty.
 */
export function measuredFillPct(reading: Reading, calibration: Calibration | null): number | null {
  if (hasFlag(reading.flags, 'no_echo')) return null
  if (calibration === null || reading.distanceMm === null) return reading.fillPct
  const { emptyMm, fullMm } = calibration
  const share = (emptyMm - reading.distanceMm) / (emptyMm - fullMm)
  return share < -BEYOND_FLOOR ? null : Math.min(Math.max(share * 100, 0), 100)
}
