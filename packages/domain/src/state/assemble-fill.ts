// The fill level by the sensor, or estimated: from the last level that was believed, else from the
// last emptying, else from the day it was registered, at the container's or the fleet's rate.
import type { Container } from '../fleet/container.ts'
import { meanInflow } from '../forecast/expected-inflow.ts'
import { fleetHabitOf } from '../forecast/fleet-habit.ts'
import type { Settings } from '../settings.ts'
import { DAY_MS } from '../time/local-time.ts'
import type { FillState } from './container-state.ts'
import { type FoldState, fillEstimateOf } from './fold/fold-state.ts'
import { rounded } from './rounded.ts'
import type { Trust } from './trust.ts'

const FORESEEN_DAYS = 60

export function assembleFill(
  container: Container,
  fold: FoldState,
  trust: Trust,
  lastEmptiedAt: number | null,
  now: number,
  settings: Settings,
): FillState {
  const rate = meanInflow(fold.habit.usual, fleetHabitOf(settings))
  const { level } = fold.fill
  const told = { rate_pct_per_day: rounded(rate), threshold_pct: container.fillThresholdPct }
  if (trust === 'trusted' && level !== null) {
    return {
      source: 'sensor',
      pct: rounded(level.pct),
      at: level.at,
      sdPct: rounded(fillEstimateOf(fold)?.sdPct ?? 0),
      full: fold.open.full !== undefined,
      ratePctPerDay: rounded(rate, 2),
      fullAt: fullAt(level.pct, level.at, rate),
      evidence: { fill_pct: rounded(level.pct), at: level.at, ...told },
    }
  }
  const since = startOfEstimate()
  const pct = since.pct + (rate * Math.max(now - since.at, 0)) / DAY_MS
  return {
    source: 'estimate',
    pct: rounded(pct),
    at: now,
    full: pct >= container.fillThresholdPct,
    ratePctPerDay: rounded(rate, 2),
    fullAt: fullAt(pct, now, rate),
    evidence: { because: trust, from_pct: rounded(since.pct), since_at: since.at, ...told },
  }

  function startOfEstimate(): { readonly at: number; readonly pct: number } {
    if (level !== null && level.at >= (lastEmptiedAt ?? level.at)) return level
    return { at: lastEmptiedAt ?? container.createdAt, pct: 0 }
  }
}

function fullAt(pct: number, at: number, rate: number): number | null {
  if (pct >= 100) return at
  const days = (100 - pct) / rate
  return days <= FORESEEN_DAYS ? Math.round(at + days * DAY_MS) : null
}
