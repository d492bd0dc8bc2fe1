// VROOM's output shape. All violations are empty: what breaks a rule is never given out.
// Ours beyond it: `travel_times`, `iterations`, steps of type `unload`, `reason`, `unassigned_cost`.
import type { UnservedReason } from '@bakwacht/routing'
import type { VroomPlace } from './vroom-input.ts'

interface Totals {
  readonly cost: number
  readonly setup: number
  readonly service: number
  /** Travel alone, in seconds. */
  readonly duration: number
  readonly waiting_time: number
  readonly priority: number
  readonly violations: readonly []
  readonly delivery: readonly number[]
  readonly pickup: readonly number[]
  readonly distance?: number
}

export interface VroomStep extends VroomPlace {
  readonly type: 'start' | 'job' | 'break' | 'unload' | 'end'
  readonly id?: number
  readonly description?: string
  readonly arrival: number
  /** Travel up to here, in seconds. */
  readonly duration: number
  readonly setup: number
  readonly service: number
  readonly waiting_time: number
  readonly violations: readonly []
  /** On board afterwards. */
  readonly load: readonly number[]
  readonly distance?: number
}

export interface VroomRoute extends Totals {
  readonly vehicle: number
  readonly description?: string
  readonly steps: readonly VroomStep[]
}

export interface VroomUnassigned extends VroomPlace {
  readonly id: number
  readonly type: 'job'
  readonly description?: string
  readonly reason: UnservedReason
}

export interface VroomAnswer {
  readonly code: 0
  readonly summary: Totals & {
    readonly routes: number
    readonly unassigned: number
    /** The prizes of what is left out. */
    readonly unassigned_cost: number
    /** Milliseconds. */
    readonly computing_times: { readonly loading: number; readonly solving: number }
  }
  /** `estimate`: no matrices were given, the calibrated straight line stands in for roads. */
  readonly travel_times: 'given' | 'estimate'
  readonly iterations: number
  readonly unassigned: readonly VroomUnassigned[]
  readonly routes: readonly VroomRoute[]
}

export interface VroomFailure {
  /** 1: a fault of ours, 2: of the input. */
  readonly code: 1 | 2
  readonly error: string
}
