// Why a container has to be emptied: the first rule that holds, in the order of MUST_CODES.
import { DAY_MS, type Evidence, MUST_CODES, type MustCode, type Reason } from '@bakwacht/domain'
import { dueAt, fullCanWait, fullFrom } from '../ahead/must-day.ts'
import { ownTripCost } from '../ahead/visit-cost.ts'
import { dampCost } from '../ahead/waiting.ts'
import type { Bin } from './bin.ts'
import { overflowChanceAt } from './expected-load.ts'
import { fireIsOpen } from './leave-alone.ts'

/** Each gives the evidence if it holds. */
const rules: Readonly<Record<MustCode, (bin: Bin) => Evidence | undefined>> = {
  alarm: (bin) => {
    const alert = bin.fireAlerts.find(({ ackedAt }) => ackedAt !== null)
    if (alert === undefined || fireIsOpen(bin)) return undefined
    return { kind: alert.kind, raised_at: alert.raisedAt, acked_at: alert.ackedAt }
  },
  water_ingress: (bin) => spoils(bin, 'water_ingress'),
  damp: (bin) => spoils(bin, 'damp'),
  full: (bin) => (bin.expected.known.measured && isFull(bin) ? fillEvidence(bin) : undefined),
  fills_before_next_visit: (bin) =>
    bin.expected.known.measured ? overflowsBeforeNextVisit(bin) : undefined,
  reported_full: (bin) => requestOf(bin, 'reported_full'),
  planner: (bin) => requestOf(bin, 'planner'),
  due: (bin) => {
    const { container, lastEmptiedAt, nextVisitAt, visitAt } = bin
    if (dueAt(bin) >= nextVisitAt) return undefined
    return {
      last_emptied_at: lastEmptiedAt,
      due_at: dueAt(bin),
      days: Math.floor((visitAt - (lastEmptiedAt ?? container.createdAt)) / DAY_MS),
      max_days: container.maxDaysBetweenVisits,
      next_visit_at: nextVisitAt,
    }
  },
  estimated_full: (bin) => {
    if (bin.expected.known.measured) return undefined
    if (isFull(bin)) return fillEvidence(bin)
    return overflowsBeforeNextVisit(bin)
  },
}

export function mustReason(bin: Bin): Reason<MustCode> | undefined {
  for (const code of MUST_CODES) {
    const evidence = rules[code](bin)
    if (evidence !== undefined) return { code, evidence }
  }
  return undefined
}

/**
 * It is at this level, and what spoils by it until the next visit pays a trip of its own. Else it is worth that much
 * and no more: a leak is not dried by emptying, and would be driven to day after day.
 */
function spoils(bin: Bin, level: 'damp' | 'water_ingress'): Evidence | undefined {
  const { state, expected, nextVisitAt } = bin
  if (state?.damp.level !== level) return undefined
  if (dampCost(bin, nextVisitAt) < ownTripCost(bin)) return undefined
  return { ...state.damp.evidence, kg: tenth(expected.kg) }
}

/** Full now or when the vehicle comes, and not one that may wait. */
const isFull = (bin: Bin): boolean =>
  (bin.state?.fill.full === true || bin.expected.pct >= fullFrom(bin)) &&
  !fullCanWait(bin, bin.visitAt, bin.nextVisitAt)

function overflowsBeforeNextVisit(bin: Bin): Evidence | undefined {
  const chance = overflowChanceAt(bin.expected, bin.nextVisitAt)
  if (chance < bin.settings.overflowProbability) return undefined
  return {
    ...fillEvidence(bin),
    full_at: bin.state?.fill.fullAt ?? null,
    next_visit_at: bin.nextVisitAt,
    probability: Math.round(chance * 100) / 100,
  }
}

function requestOf(bin: Bin, kind: 'planner' | 'reported_full'): Evidence | undefined {
  const request = bin.requests.find((open) => open.kind === kind)
  if (request === undefined) return undefined
  return { request_id: request.id, requested_at: request.createdAt, note: request.note }
}

/** What is known of the fill, and what that makes of it at the visit. */
export function fillEvidence(bin: Bin): Evidence {
  const { expected, container, visitAt } = bin
  return {
    fill_pct: tenth(expected.known.pct),
    at: expected.known.at,
    // A container holds no more than it holds, whatever was brought.
    expected_pct: Math.min(100, tenth(expected.pct)),
    ...(expected.known.pct < container.fillThresholdPct && countsAsFull(bin)),
    visit_at: visitAt,
    threshold_pct: container.fillThresholdPct,
    rate_pct_per_day: tenth(expected.ratePctPerDay),
  }
}

/** Why it may be full although it stands lower than that: it rises to the threshold, or has not fallen far enough below it. */
const countsAsFull = ({ expected, container, state, settings }: Bin): Evidence =>
  expected.pct < container.fillThresholdPct && state?.fill.full
    ? { full_until_pct: container.fillThresholdPct - settings.fillHysteresisPct }
    : { counts_from_pct: container.fillThresholdPct }

export const tenth = (value: number): number => Math.round(value * 10) / 10
