import { DAY_MS } from '@bakwacht/domain'
import type { ComingDay } from '../ahead/coming-day.ts'
import { cycleDays, fullOrDueAt, mustDay } from '../ahead/must-day.ts'
import type { Outlook } from '../ahead/outlook.ts'
import { dampCost, overflowCost } from '../ahead/waiting.ts'
import type { Bin } from './bin.ts'

/**
 * Visits are taken along, so most come before a bin is full or due: after about this share of the days
 * until then. What did best over simulated weeks.
 */
const USUAL_SHARE_OF_CYCLE = 0.75

/** What a visit today is worth, in euro, and of what that is made. */
export interface Prize {
  readonly total: number
  /** Expected of an overflow until the later visit. */
  readonly overflow: number
  /** Expected to be lost to damp until then. */
  readonly damp: number
  /** What the visit costs on the later day. */
  readonly laterVisit: number
  /** What coming today uses up: the visits after it come sooner by as much. */
  readonly tooEarly: number
  /** The later day that is cheapest; `null`: beyond the days that are looked ahead. */
  readonly laterDate: string | null
}

/**
 * A visit today is worth what the cheapest later one costs:
 *
 *     least over the days until it has to be visited of
 *       visit on that day + overflow and damp until then − (usual visit ÷ days between visits) × days gained
 *
 * So a full bin is worth its whole later visit and a half-full one about half of it; one that others will be
 * visited next to tomorrow is worth little today; and one whose own trip is near is worth that trip.
 * Where nothing presses within the days looked ahead, it is worth no more than the textile in it.
 */
export function prizeOf(bin: Bin, outlook: Outlook): Prize {
  const perDay = outlook.usualCost(bin) / (cycleDays(bin) * USUAL_SHARE_OF_CYCLE)
  const last = mustDay(bin)
  const within = bin.later.slice(0, last ? bin.later.indexOf(last) + 1 : -1)
  const options = within.map((day) => ({ day, at: day.at, visit: outlook.visitCost(bin, day) }))
  const beyond = last
    ? []
    : [{ day: null, at: Math.max(fullOrDueAt(bin), bin.visitAt), visit: outlook.usualCost(bin) }]

  const prizes = [...options, ...beyond].map(({ day, at, visit }) =>
    summed(bin, { day, at, visit, tooEarly: (perDay * (at - bin.visitAt)) / DAY_MS }),
  )
  const least = prizes.reduce((a, b) => (b.total < a.total ? b : a))
  if (least.laterDate !== null) return least
  const { expected, settings } = bin
  return { ...least, total: Math.min(least.total, expected.kg * settings.money.revenuePerKg) }
}

interface Later {
  readonly day: ComingDay | null
  readonly at: number
  readonly visit: number
  readonly tooEarly: number
}

function summed(bin: Bin, { day, at, visit, tooEarly }: Later): Prize {
  const overflow = overflowCost(bin, at)
  const damp = dampCost(bin, at)
  return {
    total: Math.max(visit - tooEarly, 0) + overflow + damp,
    overflow,
    damp,
    laterVisit: visit,
    tooEarly,
    laterDate: day?.date ?? null,
  }
}
