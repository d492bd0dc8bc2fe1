export { addThresholdsMetrics } from './metrics.ts'
export { openCsvOutdoor } from './outdoor/csv-outdoor.ts'
export type { Outdoor } from './outdoor/outdoor.ts'
export {
  createThresholds,
  type Thresholds,
  type ThresholdsCounters,
  type ThresholdsDependencies,
} from './service.ts'
export { startThresholds } from './start.ts'
