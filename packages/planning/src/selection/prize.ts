import { DAY_MS } from '@bakwacht/domain'
import type { Bin } from './bin.ts'
import { overflowChance, overflowCost } from './overflow.ts'

/** Of the textile in a bin under damp watch, the share thought to be lost each day it waits. */
const DAMP_LOSS_PER_DAY = 0.05
/** What a later visit is thought to cost in driving: a usual detour between neighbouring stops. */
const LATER_DETOUR_KM = 4
const LATER_DETOUR_H = LATER_DETOUR_KM / 33

export interface Prize {
  readonly total: number
  readonly overflow: number
  readonly damp: number
  readonly laterVisit: number
}

/**
 * What leaving a may bin until the next possible visit costs, in euro; a visit is worth its detour
 * when the detour costs less. The sum of three parts:
 * - overflow: the chance to overflow by then × what an overflow costs (`overflowCost`);
 * - damp, only under damp watch: kg inside × days of waiting × 5 % a day × the value lost and the disposal paid;
 * - laterVisit: emptying now what would be a full bin later saves that share of the later visit
 *   (kg now ÷ kg at its threshold × minutes and kilometres), at most what the textile is worth.
 */
export function prizeOf(bin: Bin): Prize {
  const { container, expected, visitAt, nextVisitAt, rates } = bin
  const { money, densityKgPerL } = bin.settings
  const wait = nextVisitAt - visitAt
  const kgPerDay = (expected.ratePctPerDay / 100) * container.capacityL * densityKgPerL

  const overflow = overflowCost(overflowChance(expected, nextVisitAt), wait, kgPerDay, money)
  const damp =
    bin.state?.damp.level === 'watch'
      ? expected.kg *
        Math.min((wait / DAY_MS) * DAMP_LOSS_PER_DAY, 1) *
        (money.dampLossPerKg + money.disposalPerKg)
      : 0
  const visitCost =
    LATER_DETOUR_KM * rates.perKm + (LATER_DETOUR_H + container.serviceMin / 60) * rates.perHour
  const share = Math.min(expected.pct / container.fillThresholdPct, 1)
  const laterVisit = Math.min(share * visitCost, expected.kg * money.revenuePerKg)
  return { total: overflow + damp + laterVisit, overflow, damp, laterVisit }
}
