// Which distances made percent out of millimetres, and how far the forecasts could be trusted.
import { calibrationInUse, type FoldConfig, type FoldState, fillEstimateOf } from '@bakwacht/domain'
import type { DeviceAnalysis } from '../report/analysis-schema.ts'
import { rounded } from '../report/rounded.ts'
import type { ForecastScore, scoreForecasts } from './forecast-score.ts'
import type { DeviceRows } from './readings.ts'

type Calibration = DeviceAnalysis['calibration']

export function calibrationEntry(
  rows: DeviceRows,
  registered: FoldConfig['calibration'],
  state: FoldState,
  { all, byDays }: ReturnType<typeof scoreForecasts>,
): Calibration {
  return {
    ...distances(rows, registered, state),
    forecast: all && {
      ...scoreEntry(all),
      by_days: byDays.map((score) => ({ days: score.days, ...scoreEntry(score) })),
    },
  }
}

function distances(
  { measures }: DeviceRows,
  registered: FoldConfig['calibration'],
  state: FoldState,
): Omit<Calibration, 'forecast'> {
  const none = { empty_distance_mm: null, full_distance_mm: null }
  if (fillEstimateOf(state) === null) return { ...none, source: 'none' }
  const has = (name: string) => measures.some(({ field }) => field === name)
  const byDistance = has('distance_mm') && (registered !== null || !has('fill_pct'))
  if (!byDistance) return { ...none, source: 'device' }
  const { emptyMm, fullMm, source } = calibrationInUse(registered, state.fill.scale)
  return {
    ...{ empty_distance_mm: emptyMm, full_distance_mm: fullMm },
    source: source === 'registered' ? 'given' : source,
  }
}

const scoreEntry = (score: ForecastScore) => ({
  targets: score.targets,
  coverage_50: rounded(score.coverage50, 4),
  coverage_80: rounded(score.coverage80, 4),
  coverage_90: rounded(score.coverage90, 4),
  mean_pinball_pct: rounded(score.meanPinballPct, 4),
})
