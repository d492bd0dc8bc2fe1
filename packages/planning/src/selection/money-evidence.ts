// What a decision is worth, in euro, as evidence: every term that was counted, under its own name.
import type { Evidence } from '@bakwacht/domain'
import { dampCost, overflowCost } from '../ahead/waiting.ts'
import type { Bin } from './bin.ts'
import type { ExpectedLoad } from './expected-load.ts'
import { tenth } from './must-rules.ts'
import type { Prize } from './prize.ts'

/** What is expected to be in it, and the standard deviation of that. */
export const weightEvidence = ({ kg, sdKg }: Pick<ExpectedLoad, 'kg' | 'sdKg'>): Evidence => ({
  kg: tenth(kg),
  kg_sd: tenth(sdKg),
})

/**
 * Of an optional visit: `prize_eur` = later visit − too early, not less than nothing, + overflow + damp; where nothing
 * presses, overflow, at most what its textile is worth, and damp alone.
 */
export const prizeEvidence = ({ expected }: Bin, prize: Prize): Evidence => ({
  ...weightEvidence(expected),
  prize_eur: tenth(prize.total),
  prize_later_visit_eur: tenth(prize.visit),
  prize_too_early_eur: tenth(prize.tooEarly),
  prize_overflow_eur: tenth(prize.overflow),
  prize_damp_eur: tenth(prize.damp),
  later_visit_date: prize.laterDate,
})

/** Of a visit that has to be made: what is expected to be lost if it waited for the next possible one. */
export const waitingEvidence = (bin: Bin): Evidence => ({
  ...weightEvidence(bin.expected),
  waiting_overflow_eur: tenth(overflowCost(bin, bin.nextVisitAt)),
  waiting_damp_eur: tenth(dampCost(bin, bin.nextVisitAt)),
})
