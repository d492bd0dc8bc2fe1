// Water came in: against the weather of all, the air in this bin became wetter between one dark
// stretch and the next, and stays so. Where rain is known, it must have rained.
import type { Evidence } from '../../alert/alert.ts'
import type { DampSettings } from '../../settings.ts'
import { HOUR_MS } from '../../time/local-time.ts'
import { median } from '../median.ts'
import { rounded } from '../rounded.ts'
import { askedFor } from './asked-for.ts'
import { type CountedHour, QUIET_HOURS } from './excess.ts'

export interface IngressState {
  /** Excess of the last countable hours before any jump, g/m³. */
  readonly usual: readonly number[]
  readonly jump: {
    /** Hours since 1970. */
    readonly hour: number
    readonly usual: number
    readonly gPerM3: number
    readonly rainMm: number | null
    readonly hours: number
    readonly lastHour: number
    readonly lowHours: number
  } | null
}

export const noIngress: IngressState = { usual: [], jump: null }

const USUAL_HOURS = 12
/** Of fewer hours nobody knows what is usual. */
const FEWEST_USUAL = 4
const RAIN_FROM_MM = 0.5
/** It persists while the air stays this share of the jump above what was usual. */
const STAYS_SHARE = 0.5
/** A jump falls back, unconfirmed, after this many hours. */
const FALLS_BACK_HOURS = 2
const PERSISTS_HOURS = 6

export function ingressAfter(
  state: IngressState,
  counted: CountedHour,
  rainMm: number | null,
  damp: DampSettings,
): IngressState {
  const { hour, excessGPerM3, reference, weight } = counted
  const wanted = askedFor(damp.jumpGPerM3, reference)
  const { jump } = state
  if (jump === null) {
    const usual = median(state.usual) ?? 0
    const rained = rainMm === null || rainMm >= RAIN_FROM_MM
    const jumps = state.usual.length >= FEWEST_USUAL && excessGPerM3 - usual >= wanted
    if (!jumps || !rained)
      return { usual: [...state.usual, excessGPerM3].slice(-USUAL_HOURS), jump: null }
    const gPerM3 = excessGPerM3 - usual
    return {
      ...state,
      jump: { hour, usual, gPerM3, rainMm, hours: 1, lastHour: hour, lowHours: 0 },
    }
  }
  if (excessGPerM3 - jump.usual >= wanted * STAYS_SHARE) {
    const hours = jump.hours + weight
    return { ...state, jump: { ...jump, hours, lastHour: hour, lowHours: 0 } }
  }
  const lowHours = jump.lowHours + weight
  const over = lowHours >= (persists(state) ? QUIET_HOURS : FALLS_BACK_HOURS)
  return over ? { usual: [excessGPerM3], jump: null } : { ...state, jump: { ...jump, lowHours } }
}

export const persists = ({ jump }: IngressState): boolean =>
  jump !== null && jump.hours >= PERSISTS_HOURS

export function ingressEvidence({ jump }: IngressState, { reference }: CountedHour): Evidence {
  if (jump === null) return {}
  return {
    cause: 'jump',
    jump_g_per_m3: rounded(jump.gPerM3),
    jump_at: jump.hour * HOUR_MS,
    to_at: (jump.lastHour + 1) * HOUR_MS,
    hours: jump.hours,
    rain_mm: jump.rainMm === null ? null : rounded(jump.rainMm),
    reference: reference.kind,
    reference_count: reference.count,
  }
}
