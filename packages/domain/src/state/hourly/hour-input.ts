// What the rules see of one hour of one container: its own values, and what stands around it.
import type { HourValues } from './hourly-day.ts'

export interface HourInput {
  /** Hours since 1970. */
  readonly hour: number
  readonly own: HourValues
  /** The weather as others have it; `null`: nobody can tell. */
  readonly reference: Reference | null
  /** Rain in the 24 h before the hour's end; `null`: unknown. */
  readonly rainMm: number | null
  /** The sun may heat the box, so its air says nothing about a leak. */
  readonly sunny: boolean
  /** UTC ms: when it could be emptied if the coming run leaves it out. */
  readonly nextVisitAt: number
}

export interface Reference {
  readonly kind: 'neighbours' | 'outdoor'
  /** Of how many. */
  readonly count: number
  readonly tempC: number
  readonly rhPct: number
  readonly absHumidityGPerM3: number
}

/** Outdoor weather in one hour. */
export interface OutdoorHour {
  readonly tempC: number
  readonly rhPct: number
  readonly rainMm: number | null
}
