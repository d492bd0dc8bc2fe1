// A cheap thermometer and hygrometer: each has an offset for life, and noise.
import { normal, type Random } from '../world/random.ts'

export interface AirProfile {
  readonly tempOffsetC: number
  readonly rhOffsetPct: number
}

const TEMP_NOISE_C = 0.15
const RH_NOISE_PCT = 0.6

export const airProfile = (random: Random): AirProfile => ({
  tempOffsetC: 0.2 * normal(random),
  rhOffsetPct: 1 * normal(random),
})

export function measuredAir(
  air: { readonly tempC: number; readonly rhPct: number },
  profile: AirProfile,
  random: Random,
): { readonly temp_c: number; readonly rh_pct: number } {
  const temp = air.tempC + profile.tempOffsetC + TEMP_NOISE_C * normal(random)
  const rh = air.rhPct + profile.rhOffsetPct + RH_NOISE_PCT * normal(random)
  return { temp_c: tenths(temp), rh_pct: tenths(Math.max(0, Math.min(100, rh))) }
}

const tenths = (value: number): number => Math.round(value * 10) / 10
