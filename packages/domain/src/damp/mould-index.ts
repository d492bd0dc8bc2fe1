// Mould growth index M, 0–6 (Hukka & Viitanen 1999; Ojanen et al. 2010), one hour at a time.
// Hours without a reading are simply not fed in: they leave M as it is.
import type { MouldClass } from './mould-class.ts'

export interface MouldState {
  readonly index: number
  /** The last hour (hours since 1970) in which it grew; dryness counts from here. */
  readonly lastGrowthHour: number | null
}

export interface MouldSurface {
  readonly class: MouldClass
  /** How much more slowly than on wood the index falls while it is dry, 0–1. */
  readonly cmat: number
}

export const noMould: MouldState = { index: 0, lastGrowthHour: null }

/** The state after one hour (hours since 1970) of this climate. */
export function mouldAfter(
  state: MouldState,
  hour: number,
  tempC: number,
  rhPct: number,
  surface: MouldSurface,
): MouldState {
  if (tempC > 0 && tempC < 50 && rhPct >= criticalRhPct(tempC, surface.class)) {
    const growth = growthPerDay(state.index, tempC, rhPct, surface.class) / 24
    return { index: Math.min(state.index + growth, 6), lastGrowthHour: hour }
  }
  const dryHours = state.lastGrowthHour === null ? 0 : hour - state.lastGrowthHour
  const decline = (declinePerDay(dryHours) * surface.cmat) / 24
  return { ...state, index: Math.max(state.index - decline, 0) }
}

/** The relative humidity from which mould grows at this temperature. */
export function criticalRhPct(tempC: number, { rhMinPct }: MouldClass): number {
  if (tempC < 0) return 100
  const polynomial = -0.00267 * tempC ** 3 + 0.16 * tempC ** 2 - 3.13 * tempC + 100
  return Math.max(polynomial, rhMinPct)
}

function growthPerDay(index: number, tempC: number, rhPct: number, surface: MouldClass): number {
  const daysToFirstGrowth = 7 * Math.exp(-0.68 * Math.log(tempC) - 13.9 * Math.log(rhPct) + 66.02)
  const k1 = index < 1 ? surface.k1[0] : surface.k1[1]
  const critical = criticalRhPct(tempC, surface)
  const x = (critical - rhPct) / (critical - 100)
  const highest = surface.a + surface.b * x - surface.c * x * x
  const k2 = Math.max(1 - Math.exp(2.3 * (index - highest)), 0)
  return (k1 * k2) / daysToFirstGrowth
}

function declinePerDay(dryHours: number): number {
  if (dryHours <= 6) return 0.032
  return dryHours <= 24 ? 0 : 0.016
}
