import type { ChangedPlan } from '@bakwacht/api/contract'
import { euro, hoursMinutes, kilometres, signed } from '../../language/format.ts'

type Delta = ChangedPlan['delta']

/** "+6.2 km", "+0:14", "+€ 9": what does not change is not said; nothing at all: an empty list. */
export function priceParts({ distance_m, duration_s, cost }: Delta): readonly string[] {
  const parts: string[] = []
  if (Math.abs(distance_m) >= SMALLEST_M) parts.push(signed(distance_m, kilometres))
  if (Math.abs(duration_s) >= SMALLEST_S) parts.push(signed(duration_s, hoursMinutes))
  if (Math.abs(cost) >= SMALLEST_EURO) parts.push(signed(cost, euro))
  return parts
}

/** Below these it would read "+0". */
const SMALLEST_M = 50
const SMALLEST_S = 30
const SMALLEST_EURO = 0.5
