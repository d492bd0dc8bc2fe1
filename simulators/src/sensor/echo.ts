// An ultrasonic sensor over textile: soft bags swallow echoes, walls send false ones, and what
// stands too near or too far reads as the end of the scale.
import { between, chance, normal, type Random } from '../world/random.ts'

export interface EchoProfile {
  /** Sensor to floor, and sensor to textile when the bin counts as full. */
  readonly emptyMm: number
  readonly fullMm: number
  /** Share of measurements without a result, and what the device then says. */
  readonly lostShare: number
  readonly lostAs: null | 0 | 65_535
  readonly noiseMm: number
  readonly stepMm: number
}

/** Nearer or farther than this the sensor cannot tell. */
const NEAREST_MM = 150
const FARTHEST_MM = 4_000
/** Echoes off a wall or a hanging sleeve: shorter than the truth. */
const FALSE_SHARE = 0.02

/** @param level height of the textile under the sensor, 0 floor to 1 full */
export function measuredDistanceMm(
  level: number,
  profile: EchoProfile,
  random: Random,
): number | null {
  if (chance(random, profile.lostShare)) return profile.lostAs
  const distance = profile.emptyMm - level * (profile.emptyMm - profile.fullMm)
  const reflected = chance(random, FALSE_SHARE) ? distance * between(random, 0.4, 0.9) : distance
  const noisy = reflected + profile.noiseMm * normal(random)
  const bounded = Math.max(NEAREST_MM, Math.min(FARTHEST_MM, noisy))
  return Math.round(bounded / profile.stepMm) * profile.stepMm
}
