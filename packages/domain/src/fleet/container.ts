// A textile collection container: where it stands, how much it holds, when it may be reached.
// It has no sensor of its own: devices sit in containers for a time (see device.ts).

/** `[longitude, latitude]` in degrees, WGS 84. Always in this order. */
export type LonLat = readonly [lon: number, lat: number]

/** Local clock time `HH:MM`, 00:00 to 24:00. */
export type ClockTime = string

/** A weekly time in which a container, site or depot may be visited. Days: 1 Monday … 7 Sunday. */
export interface AccessWindow {
  readonly days: readonly number[]
  readonly from: ClockTime
  readonly to: ClockTime
}

export interface Container {
  readonly id: string
  readonly name: string
  readonly siteId: string | null
  readonly location: LonLat
  readonly municipality: string | null
  /** What a driver should know of the place: where it stands, who has the key. */
  readonly note: string | null
  /** The depot whose vehicles serve it; `null`: the only depot, or the nearest. */
  readonly depotId: string | null
  readonly capacityL: number
  /** Sensor to floor when empty; with `fullDistanceMm` it calibrates distance readings. */
  readonly emptyDistanceMm: number | null
  /** Sensor to textile when the container counts as full. */
  readonly fullDistanceMm: number | null
  readonly fillThresholdPct: number
  readonly serviceMin: number
  readonly maxDaysBetweenVisits: number
  /** The last known full emptying, UTC ms. */
  readonly lastEmptiedAt: number | null
  /** Empty: always reachable. */
  readonly access: readonly AccessWindow[]
  /** Vehicle types that can serve it; `null`: all. */
  readonly vehicleTypes: readonly string[] | null
  /** False: retired. History stays. */
  readonly active: boolean
  /** UTC ms of registration; a container never visited is due by its interval from here. */
  readonly createdAt: number
}

export const containerDefaults = {
  siteId: null,
  municipality: null,
  note: null,
  depotId: null,
  emptyDistanceMm: null,
  fullDistanceMm: null,
  fillThresholdPct: 70,
  serviceMin: 6,
  maxDaysBetweenVisits: 28,
  lastEmptiedAt: null,
  access: [],
  vehicleTypes: null,
  active: true,
} as const satisfies Partial<Container>
