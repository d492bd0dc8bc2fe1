// What a simulation sets up before time begins: the same things that a planner would register.
import type { Outage } from '../device/outages.ts'
import type { SensorProfile } from '../sensor/sensor.ts'
import type { BinProfile } from '../world/bin-profile.ts'
import type { Contents } from '../world/contents.ts'
import type { Gift } from '../world/gifts.ts'
import type { RainSpell } from '../world/rain-spell.ts'

/** `[longitude, latitude]`, degrees. */
export type LonLat = readonly [lon: number, lat: number]

export interface AccessWindow {
  /** 1 Monday … 7 Sunday. */
  readonly days: readonly number[]
  readonly from: string
  readonly to: string
}

export interface FleetPlan {
  readonly depot: DepotPlan
  readonly vehicles: readonly VehiclePlan[]
  readonly sites: readonly SitePlan[]
  readonly containers: readonly ContainerPlan[]
  readonly rain: readonly RainSpell[]
}

export interface DepotPlan {
  readonly id: string
  readonly name: string
  readonly location: LonLat
}

export interface VehiclePlan {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly payloadKg: number
  readonly volumeL: number
}

export interface SitePlan {
  readonly id: string
  readonly name: string
  readonly location: LonLat
}

export interface ContainerPlan {
  readonly id: string
  readonly name: string
  readonly location: LonLat
  readonly municipality: string
  readonly siteId?: string
  readonly access?: readonly AccessWindow[]
  /** Told to the backend; else it has to find out. */
  readonly lastEmptiedAt?: number
  readonly bin: BinProfile
  readonly initial: Contents
  readonly emptyings: readonly number[]
  readonly gifts: readonly { readonly at: number; readonly gift: Gift }[]
  readonly device?: DevicePlan
}

export interface DevicePlan {
  readonly id: string
  readonly sensor: SensorProfile
  readonly gaps: readonly Outage[]
  /** UTC ms from which it says nothing any more. */
  readonly silentFrom?: number
  /** UTC ms from which no echo comes back. */
  readonly noEchoFrom?: number
}
