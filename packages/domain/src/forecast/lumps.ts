// What lumps of the usual size would bring: a gamma-like inflow whose own mean is in doubt, seen through two
// noisy levels.
import type { ExpectedInflow } from './expected-inflow.ts'
import { normalQuantile } from './normal.ts'
import type { WeightedValues } from './weighted-values.ts'

/** Counts as much as so many past days like this one. */
const WEIGHT = 4

const POINTS = 20
const POINTS_Z = Array.from({ length: POINTS }, (_, index) =>
  normalQuantile((index + 0.5) / POINTS),
)

/** @param mean points within so many days */
export function addLumps(
  values: WeightedValues,
  { variance, doubt, noise }: ExpectedInflow,
  days: number,
  mean: number,
): void {
  const inflow = days * variance + doubt * mean * mean
  const sd = Math.sqrt(inflow + 2 * noise)
  // A gamma distribution's third central moment is 2 variance² / mean; noise adds none.
  const skew = mean > 0 ? Math.min((2 * inflow * inflow) / mean / sd ** 3, MOST_SKEW) : 0
  for (const z of POINTS_Z) values.add(mean + sd * skewed(z, skew), WEIGHT / POINTS)
}

const MOST_SKEW = 3

/** A standard normal value made one of a standardised gamma distribution of this skewness (Wilson & Hilferty 1931). */
function skewed(z: number, skew: number): number {
  if (skew < 1e-3) return z
  const root = Math.max(1 + (skew * z) / 6 - (skew * skew) / 36, 0)
  return (2 / skew) * (root ** 3 - 1)
}
