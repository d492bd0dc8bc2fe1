// What is known of a container now: the one source for state, map and planning.
// Made by the thresholds service from the fold over its events and a tick at `evaluatedAt`.
import type { AlertKind, Evidence } from '../alert/alert.ts'
import type { FillForecast } from '../forecast/fill-forecast.ts'
import type { Emptying } from '../signal/emptying.ts'

export interface ContainerState {
  readonly containerId: string
  /** UTC ms of the tick that made it. */
  readonly evaluatedAt: number
  /** UTC ms of the newest reading that counts; `null`: none ever. */
  readonly lastReadingAt: number | null
  readonly fill: FillState
  readonly damp: DampState
  readonly health: HealthState
  /** Newest measured values, for show. */
  readonly latest: {
    readonly tempC: number | null
    readonly rhPct: number | null
    readonly batteryV: number | null
  }
  /** UTC ms; by the driver's word or the signal. `null`: never seen. */
  readonly lastEmptiedAt: number | null
  /** The newest few emptyings that were seen or told, the oldest first. */
  readonly emptyings?: readonly Emptying[]
  /** Kinds of the alerts that are open, in the order of ALERT_KINDS. */
  readonly openAlerts?: readonly AlertKind[]
}

/** `sensor`: measured and trusted; `estimate`: from the interval or the fleet's rate. */
export interface FillState {
  readonly source: 'sensor' | 'estimate'
  /** 0–100 at `at`; may exceed 100 only as an estimate of inflow. */
  readonly pct: number
  readonly at: number
  /** Standard deviation of `pct`, points. */
  readonly sdPct?: number
  /** Above the threshold, with hysteresis. */
  readonly full: boolean
  /** Inflow in points per day, at least 0. */
  readonly ratePctPerDay: number
  /** UTC ms at which 100 % is expected; `null`: beyond 60 days. */
  readonly fullAt: number | null
  /** The distribution of the level in the coming days; absent: not foreseen yet. */
  readonly forecast?: FillForecast
  readonly evidence: Evidence
}

export interface DampState {
  readonly level: 'unknown' | 'dry' | 'watch' | 'damp' | 'water_ingress'
  readonly dewPointC: number | null
  readonly absHumidityGPerM3: number | null
  readonly excessGPerM3: number | null
  /** The same over half a day of hours that can be compared, the last counting most. */
  readonly lastingExcessGPerM3?: number | null
  readonly mouldIndex: number | null
  readonly hoursAbove75: number
  /** Since the last full emptying, in air in which mould can grow at all. */
  readonly wetHours?: number
  readonly evidence: Evidence
}

export interface HealthState {
  /** False: plan by estimate. */
  readonly trustworthy: boolean
  readonly silentSince: number | null
  readonly noEchoSince: number | null
  readonly batteryLow: boolean
  /** UTC ms at which the battery is expected to be empty; `null`: not in sight. */
  readonly batteryEndsAt?: number | null
  /** What else is wrong with the device, in the order of ALERT_KINDS. */
  readonly faults?: readonly AlertKind[]
  readonly fire: boolean
}
