import type { MayCode, MustCode, Reason, Run, Stop } from '@bakwacht/domain'
import type { Snapshot } from '../snapshot.ts'
import { type Bin, gatherBins } from './bin.ts'
import type { Decision } from './decision.ts'
import { leaveAlone } from './leave-alone.ts'
import { fillEvidence, mustReason, tenth } from './must-rules.ts'
import { prizeOf } from './prize.ts'

/**
 * Decides for every container of the depot (`null`: of all depots) whether it must be emptied on
 * `date`, may be if the way there is cheap, or is left out; each with its reason and the numbers behind it.
 * What a planner locked in one of the `drafts` has to stay in.
 * Whether it can be reached, and by which vehicle, is settled by `layOut` and the search.
 */
export function selectBins(
  snapshot: Snapshot,
  date: string,
  depotId: string | null,
  drafts: readonly Run[] = [],
): readonly Decision[] {
  const locked = new Map(
    drafts.flatMap(({ stops }) => stops.filter(isLocked)).map((stop) => [stop.containerId, stop]),
  )
  return gatherBins(snapshot, date, depotId).map((bin) => decide(bin, locked.get(bin.container.id)))
}

function decide(bin: Bin, locked: Stop | undefined): Decision {
  const { container, expected } = bin
  const keptOut = leaveAlone(bin)
  if (keptOut !== undefined) return { kind: 'not', container, reason: keptOut }
  const must = mustReason(bin) ?? (locked && lockedReason(locked))
  if (must !== undefined) return { kind: 'must', container, expected, reason: must }
  const may = mayReason(bin)
  if (may === undefined) return { kind: 'not', container, reason: notFull(bin) }
  return { kind: 'may', container, expected, reason: may, prize: prizeOf(bin).total }
}

const isLocked = (stop: Stop): boolean => stop.containerId !== null && stop.lock !== 'none'

const lockedReason = (stop: Stop): Reason<MustCode> => ({
  code: 'planner',
  evidence: { ...stop.reason.evidence, lock: stop.lock },
})

function mayReason(bin: Bin): Reason<MayCode> | undefined {
  const prize = prizeOf(bin)
  const evidence = {
    ...fillEvidence(bin),
    kg: tenth(bin.expected.kg),
    prize_eur: tenth(prize.total),
    prize_overflow_eur: tenth(prize.overflow),
    prize_damp_eur: tenth(prize.damp),
    prize_later_visit_eur: tenth(prize.laterVisit),
  }
  if (bin.state?.damp.level === 'watch')
    return { code: 'damp_watch', evidence: { ...evidence, ...bin.state.damp.evidence } }
  if (bin.expected.pct >= bin.settings.mayFromPct) return { code: 'worth_the_detour', evidence }
  return undefined
}

const notFull = (bin: Bin) =>
  ({
    code: 'not_full',
    evidence: { ...fillEvidence(bin), next_visit_at: bin.nextVisitAt },
  }) as const
