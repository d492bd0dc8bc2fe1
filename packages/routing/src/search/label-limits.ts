import type { Instance } from '../compile/instance.ts'
import type { LabelLimits } from '../schedule/label-set.ts'

/** What a route's stops have to share. */
const LABELS_PER_ROUTE = 64

/**
 * Where the vehicles have few stops, every sensible way to drive is kept; where they have many, those
 * that matter most, since the search then gains more from trying more orders.
 */
export function labelLimitsFor({ jobCount, vehicles }: Instance): LabelLimits {
  const stops = Math.max(1, jobCount / Math.max(1, vehicles.length))
  const exact = Math.max(2, Math.floor(LABELS_PER_ROUTE / stops))
  return { exact, most: Math.max(6, 2 * exact) }
}
