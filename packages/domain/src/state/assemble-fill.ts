// The fill level by the sensor, or estimated: from the last level that was believed, else from the
// last emptying, else from the day it was registered, by the container's own habit or the fleet's.
import type { Evidence } from '../alert/alert.ts'
import type { Container } from '../fleet/container.ts'
import { type ExpectedInflow, expectedInflow } from '../forecast/expected-inflow.ts'
import { expectedFullAt } from '../forecast/fill-forecast.ts'
import { type Foresight, forecastFill } from '../forecast/forecast-fill.ts'
import type { FillEstimate } from '../signal/fill-estimate.ts'
import { DAY_MS } from '../time/local-time.ts'
import type { FillState } from './container-state.ts'
import { calibrationInUse, calibrationOf } from './fold/calibration.ts'
import { type FoldState, fillEstimateOf } from './fold/fold-state.ts'
import { rounded } from './rounded.ts'
import type { Trust } from './trust.ts'

export function assembleFill(
  container: Container,
  fold: FoldState,
  trust: Trust,
  lastEmptiedAt: number | null,
  now: number,
  foresight: Foresight,
): FillState {
  const expected = expectedInflow(fold.habit, foresight.fleet)
  const measured = fillEstimateOf(fold)
  const rate = expected.pctPerDay
  const told = { rate_pct_per_day: rounded(rate), threshold_pct: container.fillThresholdPct }
  if (trust === 'trusted' && measured !== null) {
    const { at, pct } = measured
    return {
      source: 'sensor',
      ...foreseen(measured, fold, foresight),
      full: fold.open.full !== undefined,
      ratePctPerDay: rounded(rate, 2),
      evidence: { fill_pct: rounded(pct), at, ...told, ...learntDistance(container, fold) },
    }
  }
  const since = startOfEstimate()
  const level = guess(since, expected, now)
  return {
    source: 'estimate',
    ...foreseen(level, fold, foresight),
    full: level.pct >= container.fillThresholdPct,
    ratePctPerDay: rounded(rate, 2),
    evidence: { because: trust, from_pct: rounded(since.pct), since_at: since.at, ...told },
  }

  function startOfEstimate(): FillEstimate {
    if (measured !== null && measured.at >= (lastEmptiedAt ?? measured.at)) return measured
    return { at: lastEmptiedAt ?? container.createdAt, pct: 0, sdPct: 0 }
  }
}

/** The empty distance that emptyings have shown, where it is not the one that was registered. */
function learntDistance(container: Container, { fill }: FoldState): Evidence {
  const registered = calibrationOf(container)
  const { emptyMm, source } = calibrationInUse(registered, fill.scale)
  return registered === null || source !== 'learnt' ? {} : { learnt_empty_distance_mm: emptyMm }
}

function foreseen(
  { at, pct, sdPct }: FillEstimate,
  { habit }: FoldState,
  foresight: Foresight,
): Pick<FillState, 'pct' | 'at' | 'sdPct' | 'fullAt' | 'forecast'> {
  const level = { at, pct: rounded(pct), sdPct: rounded(sdPct) }
  const forecast = forecastFill({ level, habit, ...foresight })
  return { ...level, fullAt: expectedFullAt(forecast), forecast }
}

/** By the lumps that came meanwhile, and a rate that is not known well. */
function guess(since: FillEstimate, expected: ExpectedInflow, now: number): FillEstimate {
  const days = Math.max(now - since.at, 0) / DAY_MS
  const inflow = expected.pctPerDay * days
  const variance = since.sdPct ** 2 + expected.variance * days + expected.doubt * inflow ** 2
  return { at: now, pct: since.pct + inflow, sdPct: Math.sqrt(variance) }
}
