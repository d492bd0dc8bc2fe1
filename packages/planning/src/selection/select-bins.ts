import type { MayCode, MustCode, NotCollected, Reason, Run, Stop } from '@bakwacht/domain'
import { type Outlook, outlookOf } from '../ahead/outlook.ts'
import type { Snapshot } from '../snapshot.ts'
import { type Bin, gatherBins } from './bin.ts'
import type { Decision } from './decision.ts'
import { leaveAlone } from './leave-alone.ts'
import { prizeEvidence, waitingEvidence } from './money-evidence.ts'
import { fillEvidence, mustReason } from './must-rules.ts'
import { prizeOf } from './prize.ts'

/** What a planner settled in the plan that is made again. */
export interface Settled {
  /** What is locked in them, and what a planner added, stays in. */
  readonly drafts: readonly Run[]
  /** What a planner dropped stays out. */
  readonly notCollected: readonly NotCollected[]
}

const NOTHING_SETTLED: Settled = { drafts: [], notCollected: [] }

/**
 * Decides for every container of the depot (`null`: of all depots) whether it must be emptied on
 * `date`, may be if the way there is cheap, or is left out; each with its reason and the numbers behind it.
 * Whether it can be reached, and by which vehicle, is settled by `buildProblem` and the search.
 */
export function selectBins(
  snapshot: Snapshot,
  date: string,
  depotId: string | null,
  settled: Settled = NOTHING_SETTLED,
): readonly Decision[] {
  const bins = gatherBins(snapshot, date, depotId)
  const first = bins.map((bin) => firstDecision(bin, settled))
  const outlooks = new Map(
    [...Map.groupBy(bins.keys(), (index) => bins[index]?.depot)].map(([depot, indices]) => {
      const those = (kind: Decision['kind'] | undefined) =>
        indices.flatMap((index) => (first[index]?.kind === kind ? (bins[index] ?? []) : []))
      return [depot, outlookOf(depot, those(undefined), those('must'))]
    }),
  )
  return bins.map((bin, index) => first[index] ?? mayOrNot(bin, outlooks.get(bin.depot)))
}

/** Left alone, or has to be emptied; `undefined`: neither. */
function firstDecision(bin: Bin, { drafts, notCollected }: Settled): Decision | undefined {
  const { container, expected } = bin
  const keptOut = leaveAlone(bin, notCollected)
  if (keptOut !== undefined) return { kind: 'not', container, reason: keptOut }
  const must = mustReason(bin) ?? settledReason(bin, drafts)
  if (must === undefined) return undefined
  const evidence = { ...waitingEvidence(bin), ...must.evidence }
  return { kind: 'must', container, expected, reason: { ...must, evidence } }
}

function settledReason({ container }: Bin, drafts: readonly Run[]): Reason<MustCode> | undefined {
  const stop = drafts
    .flatMap(({ stops }): readonly Stop[] => stops)
    .find(({ containerId }) => containerId === container.id)
  if (stop === undefined || (stop.lock === 'none' && !isAdded(stop))) return undefined
  const { evidence } = stop.reason
  return {
    code: 'planner',
    evidence: stop.lock === 'none' ? evidence : { ...evidence, lock: stop.lock },
  }
}

/** By a planner, to this plan: not because of a request, which has a life of its own, nor of a lock. */
const isAdded = ({ reason: { code, evidence } }: Stop): boolean =>
  code === 'planner' && evidence.request_id === undefined && evidence.lock === undefined

function mayOrNot(bin: Bin, outlook: Outlook | undefined): Decision {
  const { container, expected } = bin
  const code = mayCode(bin)
  if (code === undefined || outlook === undefined)
    return { kind: 'not', container, reason: notFull(bin) }
  const prize = prizeOf(bin, outlook)
  const evidence = {
    ...fillEvidence(bin),
    ...prizeEvidence(bin, prize),
    ...(code !== 'worth_the_detour' && bin.state?.damp.evidence),
  }
  return { kind: 'may', container, expected, reason: { code, evidence }, prize: prize.total }
}

function mayCode({ state, expected, settings }: Bin): MayCode | undefined {
  const damp = state?.damp.level
  if (damp === 'watch') return 'damp_watch'
  if (damp === 'damp' || damp === 'water_ingress') return damp
  return expected.pct >= settings.mayFromPct ? 'worth_the_detour' : undefined
}

const notFull = (bin: Bin) =>
  ({
    code: 'not_full',
    evidence: { ...fillEvidence(bin), next_visit_at: bin.nextVisitAt },
  }) as const
