// A thermometer or hygrometer that lies always on the same side of the others: week after week, in
// hours without sun, by more than two bins differ. A damp bin is warmer and wetter; that is no fault.
import type { Evidence } from '../../alert/alert.ts'
import type { Settings } from '../../settings.ts'
import { rounded } from '../rounded.ts'
import type { HourInput } from './hour-input.ts'

export interface OffState {
  /** Mean differences from the reference over the last week of hours without sun, and hours counted. */
  readonly tempC: number
  readonly rhPct: number
  readonly hours: number
}

export const notOff: OffState = { tempC: 0, rhPct: 0, hours: 0 }

/** A week has about as many hours without sun. */
const HOURS = 80
const OVER_SHARE = 0.6

export function offAfter(state: OffState, { own, reference }: HourInput): OffState {
  if (reference === null || Number.isNaN(own.tempC) || Number.isNaN(own.rhPct)) return state
  const hours = Math.min(state.hours + 1, HOURS)
  return {
    tempC: state.tempC + (own.tempC - reference.tempC - state.tempC) / hours,
    rhPct: state.rhPct + (own.rhPct - reference.rhPct - state.rhPct) / hours,
    hours,
  }
}

type Limits = Pick<Settings['health'], 'offTempC' | 'offRhPct'>

export const isOff = (state: OffState, { offTempC, offRhPct }: Limits): boolean =>
  state.hours >= HOURS && (Math.abs(state.tempC) >= offTempC || isTooDry(state, offRhPct))

export const isRightAgain = ({ tempC, rhPct, hours }: OffState, limits: Limits): boolean =>
  hours < HOURS ||
  (Math.abs(tempC) < limits.offTempC * OVER_SHARE && rhPct > -limits.offRhPct * OVER_SHARE)

/** Too wet is what damp looks like; a warm sensor in the same air reads drier and is told as warm. */
const isTooDry = ({ rhPct }: OffState, offRhPct: number): boolean => rhPct <= -offRhPct

export function offEvidence(
  state: OffState,
  { reference }: HourInput,
  { offTempC }: Limits,
  at: number,
): Evidence {
  const warm = Math.abs(state.tempC) >= offTempC
  const off = warm ? state.tempC : state.rhPct
  return {
    field: warm ? 'temp_c' : 'rh_pct',
    off: rounded(Math.abs(off)),
    unit: warm ? 'kelvin' : 'rh_points',
    direction: off > 0 ? 'more' : 'less',
    reference: reference?.kind ?? null,
    at,
  }
}
