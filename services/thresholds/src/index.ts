export { addThresholdsMetrics } from './metrics.ts'
export { openOutdoor } from './outdoor/open-outdoor.ts'
export type { Outdoor } from './outdoor/outdoor.ts'
export {
  createThresholds,
  type Thresholds,
  type ThresholdsCounters,
  type ThresholdsDependencies,
} from './service.ts'
export { startThresholds } from './start.ts'
