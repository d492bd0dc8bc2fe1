import { addCounterMetrics, type Metrics } from '@bakwacht/runtime'
import type { Thresholds } from './service.ts'

/** `bakwacht_thresholds_rounds_total` and its like. */
export const addThresholdsMetrics = (metrics: Metrics, thresholds: Pick<Thresholds, 'counters'>) =>
  addCounterMetrics(metrics, {
    prefix: 'bakwacht_thresholds',
    about: 'Threshold engine',
    read: () => ({ ...thresholds.counters }),
  })
