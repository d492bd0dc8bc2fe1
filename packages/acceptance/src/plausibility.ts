// Physically impossible values empty their field and set a flag; the rest of the reading is kept.
// The ranges and their reasons: firmware-contracts/src/physical-range.ts.
import { flagBit, type Measurements, type QualityFlag } from '@bakwacht/domain'
import {
  isNoEcho,
  physicalRanges,
  type RangedField,
  type WireReading,
} from '@bakwacht/firmware-contracts'

interface Check {
  readonly min: number
  readonly max: number
  /** The flag's bit. */
  readonly impossible: number
}

const check = (field: RangedField, flag: QualityFlag): Check => {
  const { min, max } = physicalRanges[field]
  return { min, max, impossible: flagBit(flag) }
}

const CHECKS = {
  distance_mm: check('distance_mm', 'distance_impossible'),
  fill_pct: check('fill_pct', 'fill_impossible'),
  temp_c: check('temp_c', 'temp_impossible'),
  rh_pct: check('rh_pct', 'rh_impossible'),
  battery_v: check('battery_v', 'battery_impossible'),
  rssi_dbm: check('rssi_dbm', 'rssi_impossible'),
  tilt_deg: check('tilt_deg', 'tilt_impossible'),
  lid_opens: check('lid_opens', 'lid_opens_impossible'),
} as const satisfies Record<RangedField, Check>

const NO_ECHO = flagBit('no_echo')

export interface Plausible extends Measurements {
  readonly flags: number
}

export function plausible(reading: WireReading): Plausible {
  let flags = 0
  const checked = (value: number | null | undefined, { min, max, impossible }: Check) => {
    if (value === undefined || value === null) return null
    if (value >= min && value <= max) return value
    flags |= impossible
    return null
  }
  // No echo is never "empty bin", and never a wrong value either: it is "unknown".
  const noEcho = reading.distance_mm !== undefined && isNoEcho(reading.distance_mm)
  if (noEcho) flags |= NO_ECHO
  const lidOpens = checked(reading.lid_opens, CHECKS.lid_opens)
  const halfOpened = lidOpens !== null && !Number.isInteger(lidOpens)
  if (halfOpened) flags |= CHECKS.lid_opens.impossible
  return {
    distanceMm: noEcho ? null : checked(reading.distance_mm, CHECKS.distance_mm),
    fillPct: checked(reading.fill_pct, CHECKS.fill_pct),
    tempC: checked(reading.temp_c, CHECKS.temp_c),
    rhPct: checked(reading.rh_pct, CHECKS.rh_pct),
    batteryV: checked(reading.battery_v, CHECKS.battery_v),
    rssiDbm: checked(reading.rssi_dbm, CHECKS.rssi_dbm),
    tiltDeg: checked(reading.tilt_deg, CHECKS.tilt_deg),
    lidOpens: halfOpened ? null : lidOpens,
    flags,
  }
}
