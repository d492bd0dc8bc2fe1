import type { Instance } from '../compile/instance.ts'

/** Tours as they are kept, and which of their routes change. */
export interface Standing {
  readonly instance: Pick<Instance, 'classOf'>
  /** Vehicles whose routes changed since the tours were last kept. */
  readonly touched: readonly number[]
  readonly keptMissing: number
  readonly keptCost: number
  /** The vehicle's stops as visits, first to last. */
  stopsOf(vehicle: number): Int32Array
  /** What the vehicle's route costs. */
  costOf(vehicle: number): number
}
