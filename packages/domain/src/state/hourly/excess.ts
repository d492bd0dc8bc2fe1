// This bin's air holds more water than the weather explains, hour after hour without sun or wet in spite of it.
import type { Evidence } from '../../alert/alert.ts'
import type { DampSettings } from '../../settings.ts'
import { HOUR_MS } from '../../time/local-time.ts'
import { rounded } from '../rounded.ts'
import { askedFor } from './asked-for.ts'
import type { Reference } from './hour-input.ts'

export interface ExcessState {
  /** Hours counted, their excess summed, and the hours (since 1970) of the first and last. */
  readonly hours: number
  readonly sum: number
  readonly readings: number
  readonly from: number
  readonly to: number
  /** Hours in a row well below, which end it. */
  readonly quietHours: number
}

export const noExcess: ExcessState = {
  hours: 0,
  sum: 0,
  readings: 0,
  from: 0,
  to: 0,
  quietHours: 0,
}

/** Well below: under this share of what raises it. */
const QUIET_SHARE = 0.5
export const QUIET_HOURS = 6
/** Without a countable hour for longer than this it begins anew. */
const LONGEST_GAP_HOURS = 30

export interface CountedHour {
  readonly hour: number
  readonly excessGPerM3: number
  readonly reference: Reference
  /** For how many hours this hour speaks: one, or more for a sensor that reports seldom. */
  readonly weight: number
}

export function excessAfter(
  state: ExcessState,
  { hour, excessGPerM3, reference, weight }: CountedHour,
  damp: DampSettings,
): ExcessState {
  const wanted = askedFor(damp.excessGPerM3, reference)
  const fresh = state.hours > 0 && hour - state.to <= LONGEST_GAP_HOURS ? state : noExcess
  if (excessGPerM3 >= wanted)
    return {
      hours: fresh.hours + (fresh.to === hour - weight ? weight : 1),
      sum: fresh.sum + excessGPerM3,
      readings: fresh.readings + 1,
      from: fresh.hours === 0 ? hour : fresh.from,
      to: hour,
      quietHours: 0,
    }
  if (excessGPerM3 >= wanted * QUIET_SHARE) return { ...state, quietHours: 0 }
  const quietHours = state.quietHours + weight
  const over = state.hours < damp.excessHours || quietHours >= QUIET_HOURS
  return over ? { ...noExcess, quietHours } : { ...state, quietHours }
}

export const excessEvidence = (
  { hours, sum, readings, from, to }: ExcessState,
  reference: Reference | null,
): Evidence => ({
  cause: 'excess',
  excess_g_per_m3: rounded(sum / Math.max(readings, 1)),
  hours,
  from_at: from * HOUR_MS,
  to_at: (to + 1) * HOUR_MS,
  reference: reference?.kind ?? null,
  reference_count: reference?.count ?? null,
})
