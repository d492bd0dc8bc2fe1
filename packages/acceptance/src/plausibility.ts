// Physically impossible values empty their field and set a flag; the rest of the reading is kept.
// The ranges and their reasons: firmware-contracts/src/physical-range.ts.
import { flagBit, type Measurements, type QualityFlag } from '@bakwacht/domain'
import {
  isNoEcho,
  physicalRanges,
  type RangedField,
  type WireReading,
} from '@bakwacht/firmware-contracts'

const IMPOSSIBLE = {
  distance_mm: 'distance_impossible',
  fill_pct: 'fill_impossible',
  temp_c: 'temp_impossible',
  rh_pct: 'rh_impossible',
  battery_v: 'battery_impossible',
  rssi_dbm: 'rssi_impossible',
  tilt_deg: 'tilt_impossible',
  lid_opens: 'lid_opens_impossible',
} as const satisfies Record<RangedField, QualityFlag>

export interface Plausible extends Measurements {
  readonly flags: number
}

export function plausible(reading: WireReading): Plausible {
  let flags = 0
  const checked = (field: RangedField): number | null => {
    const value = reading[field] ?? null
    if (value === null || isPossible(field, value)) return value
    flags |= flagBit(IMPOSSIBLE[field])
    return null
  }
  // No echo is never "empty bin", and never a wrong value either: it is "unknown".
  const noEcho = reading.distance_mm !== undefined && isNoEcho(reading.distance_mm)
  if (noEcho) flags |= flagBit('no_echo')
  return {
    distanceMm: noEcho ? null : checked('distance_mm'),
    fillPct: checked('fill_pct'),
    tempC: checked('temp_c'),
    rhPct: checked('rh_pct'),
    batteryV: checked('battery_v'),
    rssiDbm: checked('rssi_dbm'),
    tiltDeg: checked('tilt_deg'),
    lidOpens: checked('lid_opens'),
    flags,
  }
}

function isPossible(field: RangedField, value: number): boolean {
  const { min, max } = physicalRanges[field]
  if (field === 'lid_opens' && !Number.isInteger(value)) return false
  return value >= min && value <= max
}
