// How much wetter than the reference a bin must be for it to say something.
import type { Reference } from './hour-input.ts'
import { warmthScale } from './warmth-scale.ts'

/** Outdoor air differs more from the air in any box than other boxes do, */
const OUTDOOR_TIMES = 1.25
/** and in the cold, where air holds little, by no less than this. */
const OUTDOOR_LEAST_G_PER_M3 = 0.8

/** @param gPerM3 the step as the settings have it: beside other bins, at 20 °C and warmer */
export function askedFor(gPerM3: number, { kind, tempC }: Reference): number {
  const scaled = gPerM3 * warmthScale(tempC)
  return kind === 'outdoor' ? Math.max(scaled * OUTDOOR_TIMES, OUTDOOR_LEAST_G_PER_M3) : scaled
}
