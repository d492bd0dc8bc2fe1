// Which distances made percent out of millimetres, and how far the forecasts could be trusted.
import { type FoldState, fillEstimateOf } from '@bakwacht/domain'
import type { DeviceConfig } from '../config/analysis-config.ts'
import type { DeviceAnalysis } from '../report/analysis-schema.ts'
import { rounded } from '../report/rounded.ts'
import type { ForecastScore, scoreForecasts } from './forecast-score.ts'
import type { DeviceRows } from './readings.ts'

type Calibration = DeviceAnalysis['calibration']

export function calibrationEntry(
  rows: DeviceRows,
  config: DeviceConfig,
  state: FoldState,
  { all, byDays }: ReturnType<typeof scoreForecasts>,
): Calibration {
  return {
    ...distances(rows, config, state),
    forecast: all && {
      ...scoreEntry(all),
      by_days: byDays.map((score) => ({ days: score.days, ...scoreEntry(score) })),
    },
  }
}

function distances(
  { measures }: DeviceRows,
  { emptyDistanceMm, fullDistanceMm }: DeviceConfig,
  state: FoldState,
): Omit<Calibration, 'forecast'> {
  const hasDistance = measures.some(({ field }) => field === 'distance_mm')
  if (hasDistance && emptyDistanceMm !== null && fullDistanceMm !== null)
    return {
      empty_distance_mm: emptyDistanceMm,
      full_distance_mm: fullDistanceMm,
      source: 'given',
    }
  const source = fillEstimateOf(state) === null ? 'none' : 'device'
  return { empty_distance_mm: null, full_distance_mm: null, source }
}

const scoreEntry = (score: ForecastScore) => ({
  targets: score.targets,
  coverage_50: rounded(score.coverage50, 4),
  coverage_80: rounded(score.coverage80, 4),
  coverage_90: rounded(score.coverage90, 4),
  mean_pinball_pct: rounded(score.meanPinballPct, 4),
})
