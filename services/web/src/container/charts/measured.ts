// What was measured in a span of time, as charts take it.
import type { Container, MeanReading } from '@bakwacht/api/contract'
import { dewPointC } from '@bakwacht/domain'
import { HOUR } from './view.ts'

/** One array a quantity, all as long as `at`. */
export interface Measured {
  /** UTC ms. */
  readonly at: readonly number[]
  readonly distanceMm: Values
  /** As the device says it. */
  readonly fillPct: Values
  readonly tempC: Values
  readonly rhPct: Values
  readonly dewPointC: Values
  /** Longer without a value than this is a gap. */
  readonly gapMs: number
  /** False: each value is of one reading. */
  readonly areMeans: boolean
}

export type Values = readonly (number | null)[]

const LEAST_GAP = 3 * HOUR

export function measuredOf(rows: readonly MeanReading[], stepLength: number): Measured {
  const at = rows.map(({ ts }) => Date.parse(ts))
  const steps = at.slice(1).map((time, index) => time - (at[index] ?? time))
  const usual = steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0
  return {
    at,
    distanceMm: rows.map((row) => row.distance_mm),
    fillPct: rows.map((row) => row.fill_pct),
    tempC: rows.map((row) => row.temp_c),
    rhPct: rows.map((row) => row.rh_pct),
    dewPointC: rows.map(({ temp_c: temp, rh_pct: rh }) =>
      temp === null || rh === null || rh <= 0 ? null : dewPointC(temp, rh),
    ),
    areMeans: rows.filter(({ count }) => count > 1).length > rows.length / 2,
    gapMs: Math.max(LEAST_GAP, 4 * usual, 2 * stepLength),
  }
}

interface Calibrated {
  readonly emptyMm: number
  readonly fullMm: number
}

/** The distances that percent rest on: what was learnt from emptyings, else what was measured. */
export function calibrationOf(container: Container, learntMm: unknown): Calibrated | null {
  const { empty_distance_mm: empty, full_distance_mm: full } = container
  if (empty === null || full === null) return null
  return { emptyMm: typeof learntMm === 'number' ? learntMm : empty, fullMm: full }
}

/** What each reading alone says of the level, %: a distance wins once the container is calibrated. */
export const singleLevels = (
  { distanceMm, fillPct }: Pick<Measured, 'distanceMm' | 'fillPct'>,
  calibration: Calibrated | null,
): Values =>
  distanceMm.map((distance, index) => {
    if (distance === null || calibration === null) return fillPct[index] ?? null
    const { emptyMm, fullMm } = calibration
    return Math.min(Math.max(((emptyMm - distance) / (emptyMm - fullMm)) * 100, 0), 100)
  })
