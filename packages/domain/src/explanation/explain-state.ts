// What a planner wants to know of one container, in the order of asking: how full, how sure, how fast, full
// when, emptied when, how heavy, what damp puts at risk.
import type { Container } from '../fleet/container.ts'
import { probabilityAbove } from '../forecast/fill-forecast.ts'
import type { Reading } from '../reading/reading.ts'
import type { Emptying } from '../signal/emptying.ts'
import type { ContainerState, FillState } from '../state/container-state.ts'
import { rounded } from '../state/rounded.ts'
import type { AtStake } from './at-stake.ts'
import { fullBetween } from './full-between.ts'
import type { InsideNow } from './inside-now.ts'
import type { Statement } from './statement.ts'

export interface ToExplain {
  readonly container: Container
  /** `undefined`: it was never evaluated. */
  readonly state: ContainerState | undefined
  readonly inside: InsideNow | null
  readonly stake: AtStake | null
  /** The reading that the level rests on, where it is still kept. */
  readonly levelReading?: Reading | undefined
  /** UTC ms: when it can be visited next. */
  readonly nextVisitAt: number
  /** UTC ms. */
  readonly now: number
}

const FORESEEN_DAYS = 60
const TOLD_EMPTYINGS = 2
const LEAST_TOLD = 0.01

export function explainState({ container, state, ...given }: ToExplain): readonly Statement[] {
  if (!container.active) return [{ code: 'retired', evidence: {} }]
  if (state === undefined) return [{ code: 'unknown', evidence: {} }, ...neverEmptied(container)]
  return [
    levelOf(state.fill, given.levelReading),
    ...fillingOf(state.fill, given),
    ...emptiedOf(container, state),
    ...weightOfInside(given.inside),
    ...atStakeOf(given.stake),
  ]
}

function levelOf(fill: FillState, reading: Reading | undefined): Statement {
  // An estimate of inflow goes on beyond full; a bin does not.
  const known = { pct: Math.min(fill.pct, 100), at: fill.at, sd_pct: fill.sdPct ?? null }
  if (fill.source === 'sensor')
    return { code: 'level', evidence: { ...known, distance_mm: reading?.distanceMm ?? null } }
  const { because = null, from_pct = null, since_at = null } = fill.evidence
  return { code: 'estimate', evidence: { ...known, because, from_pct, since_at } }
}

function fillingOf(fill: FillState, { nextVisitAt }: Pick<ToExplain, 'nextVisitAt'>): Statement[] {
  const rate = { rate_pct_per_day: fill.ratePctPerDay }
  const spread = fill.forecast === undefined ? {} : fullBetween(fill.forecast)
  const statements: Statement[] = [{ code: 'rate', evidence: rate }]
  if (fill.pct < 100)
    statements.push(
      fill.fullAt === null
        ? { code: 'full_far', evidence: { days: FORESEEN_DAYS, ...rate } }
        : { code: 'full_at', evidence: { full_at: fill.fullAt, ...spread, ...rate } },
    )
  if (fill.forecast !== undefined) {
    const probability = rounded(probabilityAbove(fill.forecast, 100, nextVisitAt), 3)
    const unlikely = probability < LEAST_TOLD && { cause: 'hardly' }
    const evidence = { probability, next_visit_at: nextVisitAt, ...unlikely }
    statements.push({ code: 'overflow', evidence })
  }
  return statements
}

function emptiedOf(container: Container, { emptyings = [], lastEmptiedAt }: ContainerState) {
  const told = emptyings.slice(-TOLD_EMPTYINGS).reverse().map(emptied)
  if (told.length > 0) return told
  if (lastEmptiedAt === null) return neverEmptied(container)
  return [{ code: 'emptied', evidence: { at: lastEmptiedAt } } as const]
}

const emptied = ({ at, beforePct, afterPct, partial, confidence, by }: Emptying): Statement => ({
  code: 'emptied',
  evidence: {
    at,
    before_pct: beforePct,
    after_pct: afterPct,
    by,
    confidence: rounded(confidence, 3),
    ...(partial && { cause: 'partly' }),
  },
})

const neverEmptied = ({ createdAt, lastEmptiedAt }: Container): Statement[] =>
  lastEmptiedAt === null
    ? [{ code: 'never_emptied', evidence: { since_at: createdAt } }]
    : [{ code: 'emptied', evidence: { at: lastEmptiedAt } }]

function weightOfInside(inside: InsideNow | null): Statement[] {
  if (inside === null) return []
  const { kg, sdKg, kgPerL, learntFrom, loads } = inside
  const evidence = {
    kg: rounded(kg),
    kg_sd: rounded(sdKg),
    density_kg_per_l: rounded(kgPerL, 3),
    learnt_from: learntFrom,
    loads: loads === 0 ? null : loads,
  }
  return [{ code: 'weight', evidence }]
}

function atStakeOf(stake: AtStake | null): Statement[] {
  if (stake === null) return []
  const { kg, hours, riskEur } = stake
  const told = hours === 0 ? null : rounded(hours)
  const evidence = { kg: rounded(kg), hours: told, risk_eur: rounded(riskEur, 2) }
  return [{ code: 'at_stake', evidence }]
}
