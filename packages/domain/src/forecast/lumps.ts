// What lumps of the usual size would bring: a gamma-like inflow whose own mean is in doubt, seen through two
// noisy levels.
import type { ExpectedInflow } from './expected-inflow.ts'
import { normalQuantile } from './normal.ts'
import type { WeightedValues } from './weighted-values.ts'

/** Counts as much as so many past days like this one. */
const WEIGHT = 6

/** Values that stand for the distribution. */
export const LUMP_POINTS = 20
const POINTS_Z = Array.from({ length: LUMP_POINTS }, (_, index) =>
  normalQuantile((index + 0.5) / LUMP_POINTS),
)

/**
 * @param noise variance of a later level less the one now, points²
 * @param mean points within so many days
 */
export function addLumps(
  values: WeightedValues,
  { variance, doubt }: ExpectedInflow,
  noise: number,
  days: number,
  mean: number,
): void {
  const inflow = days * variance + doubt * mean * mean
  const all = inflow + noise
  const sd = Math.sqrt(all)
  // A gamma distribution's skewness is 2 sd / mean; noise adds none.
  const skew =
    all > 0 ? (inflow / all) ** 2 * Math.min((2 * sd) / Math.max(mean, 1e-9), MOST_SKEW) : 0
  const points = POINTS_Z.map((z) => skewed(z, skew))
  const centre = points.reduce((sum, point) => sum + point, 0) / LUMP_POINTS
  for (const point of points) values.add(mean + sd * (point - centre), WEIGHT / LUMP_POINTS)
}

const MOST_SKEW = 3

/** A standard normal value made one of a standardised gamma distribution of this skewness (Wilson & Hilferty 1931). */
function skewed(z: number, skew: number): number {
  if (skew < 1e-3) return z
  const root = Math.max(1 + (skew * z) / 6 - (skew * skew) / 36, 0)
  return (2 / skew) * (root ** 3 - 1)
}
