// How much wetter than the reference a bin must be for it to say something.
import type { Reference } from './hour-input.ts'
import { warmthScale } from './warmth-scale.ts'

/** Outdoor air differs more from the air in any box than other boxes do. */
const OUTDOOR_TIMES = 1.25

/** @param gPerM3 the step as the settings have it: beside other bins, at 20 °C and warmer */
export const askedFor = (gPerM3: number, { kind, tempC }: Reference): number =>
  gPerM3 * warmthScale(tempC) * (kind === 'outdoor' ? OUTDOOR_TIMES : 1)
