import type { Container, LonLat } from '../../fleet/container.ts'
import type { Settings } from '../../settings.ts'
import { type Calibration, calibrationOf } from './calibration.ts'

/** What the fold of a container depends on besides its events. */
export interface FoldConfig {
  readonly calibration: Calibration | null
  readonly fillThresholdPct: number
  readonly location: LonLat
  readonly settings: Settings
  /** IANA zone of its days. */
  readonly timezone: string
}

export const foldConfigOf = (
  container: Container,
  settings: Settings,
  timezone: string,
): FoldConfig => ({
  calibration: calibrationOf(container),
  fillThresholdPct: container.fillThresholdPct,
  location: container.location,
  settings,
  timezone,
})
