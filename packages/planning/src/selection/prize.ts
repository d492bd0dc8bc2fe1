import type { LaterVisit, Outlook } from '../ahead/outlook.ts'
import { dampCost, overflowCost } from '../ahead/waiting.ts'
import type { Bin } from './bin.ts'

/** What a visit today is worth, in euro, and of what that is made. */
export interface Prize extends Omit<LaterVisit, 'day'> {
  readonly total: number
  /** The later day that is cheapest; `null`: beyond the days that are looked ahead. */
  readonly laterDate: string | null
}

/**
 * A visit today is worth what the cheapest later one costs:
 *
 *     least over the days until it has to be visited of
 *       visit on that day + overflow and damp until then − (usual visit ÷ days between visits) × days gained
 *
 * One that others will be visited next to tomorrow is worth little today, and one whose own trip is near is
 * worth that trip. Where nothing presses within the days looked ahead, it is worth the risk until the next visit alone,
 * that of an overflow at most what the textile in it is worth.
 */
export function prizeOf(bin: Bin, outlook: Outlook): Prize {
  const later = outlook.laterVisits(bin).map(worthOf)
  if (later.length === 0) return worthOfRisk(bin)
  return later.reduce((a, b) => (b.total < a.total ? b : a))
}

function worthOf({ day, visit, tooEarly, overflow, damp }: LaterVisit): Prize {
  const total = Math.max(visit - tooEarly, 0) + overflow + damp
  return { total, visit, tooEarly, overflow, damp, laterDate: day.date }
}

function worthOfRisk(bin: Bin): Prize {
  const overflow = overflowCost(bin, bin.nextVisitAt)
  const damp = dampCost(bin, bin.nextVisitAt)
  const textile = bin.expected.kg * bin.settings.money.revenuePerKg
  const total = Math.min(overflow, textile) + damp
  return { total, visit: 0, tooEarly: 0, overflow, damp, laterDate: null }
}
