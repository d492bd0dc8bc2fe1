import type { ClockTime } from './container.ts'
import type { VehicleSize } from './vehicle-size.ts'

export interface Vehicle {
  readonly id: string
  readonly name: string
  readonly depotId: string
  /** Matched against a container's `vehicleTypes`, e.g. `van`, `truck`, `crane`. */
  readonly type: string
  readonly payloadKg: number
  readonly volumeL: number
  /** What is known of it; the rest follows from type and payload (`sizeOf`). */
  readonly size?: Partial<VehicleSize>
  readonly shift: { readonly from: ClockTime; readonly to: ClockTime }
  /** Longest time from leaving the depot to being back, break included. */
  readonly maxHours: number
  /** One unpaid pause in the shift's middle half; 0: none. */
  readonly breakMin: number
  readonly cost: { readonly fixed: number; readonly perKm: number; readonly perHour: number }
  /** Out of service, `[from, to)` in UTC ms. */
  readonly unavailable: readonly { readonly from: number; readonly to: number }[]
  readonly driver: string | null
  readonly active: boolean
}

/** Costs in euro: a van with driver and helper in a social enterprise (assumptions, all settable). */
export const vehicleDefaults = {
  type: 'van',
  shift: { from: '07:30', to: '16:00' },
  maxHours: 8,
  breakMin: 30,
  cost: { fixed: 25, perKm: 0.6, perHour: 45 },
  unavailable: [],
  driver: null,
  active: true,
} as const satisfies Partial<Vehicle>
