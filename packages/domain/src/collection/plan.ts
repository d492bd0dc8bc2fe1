// A plan is a date's collection runs for one depot (or all); a run is one vehicle's shift of one
// or more trips; a stop is one visit. Results refer to stops by id, never by position.
import type { LonLat } from '../fleet/container.ts'
import type { LeftOutCode, Reason } from './reason.ts'

export interface Plan {
  readonly id: string
  readonly version: number
  /** Local date `YYYY-MM-DD`. */
  readonly date: string
  /** `null`: one plan for all depots. */
  readonly depotId: string | null
  readonly status: 'planning' | 'draft' | 'approved' | 'failed' | 'cancelled'
  readonly notCollected: readonly NotCollected[]
  readonly settingsVersion: number
  readonly solver: SolverRecord | null
  readonly travelTimes: 'roads' | 'estimate'
  readonly createdAt: number
  readonly updatedAt: number
  /** Why a plan has failed, or what a planner should know of it. */
  readonly message: string | null
}

export interface NotCollected {
  readonly containerId: string
  readonly reason: Reason<LeftOutCode>
}

export interface SolverRecord {
  readonly name: string
  readonly cost: number
  readonly seconds: number
  readonly seed: number
  readonly iterations: number
  readonly threads: number
}

export type RunStatus = 'draft' | 'approved' | 'started' | 'done' | 'cancelled'

export interface Run {
  readonly id: string
  readonly planId: string
  readonly version: number
  readonly date: string
  readonly depotId: string
  readonly vehicleId: string
  readonly driver: string | null
  readonly status: RunStatus
  /** UTC ms: leaving the depot, and being back. */
  readonly departure: number
  readonly arrival: number
  /** UTC ms of the pause, where the vehicle takes one. */
  readonly pause: { readonly from: number; readonly to: number } | null
  readonly stops: readonly Stop[]
  readonly totals: RunTotals
  /**
   * The way on roads: for each leg, stop by stop and home, its line as an encoded polyline of six decimals;
   * `''`: a leg without one. Absent: times and metres are estimated from straight lines.
   */
  readonly way?: readonly string[]
}

export interface RunTotals {
  readonly distanceM: number
  readonly durationS: number
  readonly kg: number
  readonly l: number
  readonly cost: number
}

export type StopLock = 'none' | 'vehicle' | 'position'

export interface Stop {
  readonly id: string
  /** From 1, in driving order. */
  readonly seq: number
  /** From 1; a trip ends with its unload. */
  readonly trip: number
  readonly kind: 'container' | 'unload' | 'pickup'
  readonly containerId: string | null
  readonly name: string
  readonly location: LonLat
  readonly arrival: number
  readonly departure: number
  readonly expectedKg: number
  readonly expectedL: number
  /** Metres and seconds from the stop (or depot) before. */
  readonly legDistanceM: number
  readonly legDurationS: number
  readonly reason: Reason
  readonly lock: StopLock
  readonly result: StopResult | null
}

export const STOP_OUTCOMES = ['emptied', 'partly', 'blocked', 'skipped', 'unloaded'] as const
export type StopOutcome = (typeof STOP_OUTCOMES)[number]

export interface StopResult {
  readonly outcome: StopOutcome
  readonly kg: number | null
  readonly wetKg: number | null
  readonly destination: string | null
  readonly note: string | null
  /** UTC ms: when it happened, as the driver's page says. */
  readonly at: number
}

/** "Please empty": from a planner or the hotline. Open until the container is emptied or `cancelled`. */
export interface CollectionRequest {
  readonly id: string
  readonly containerId: string
  readonly kind: 'planner' | 'reported_full'
  readonly note: string | null
  readonly createdAt: number
  readonly closedAt: number | null
}
