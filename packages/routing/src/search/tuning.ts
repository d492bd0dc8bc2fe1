// The parameters of SISR (Christiaens & Vanden Berghe 2020, table 3), with the values that measured
// best where time windows bind.
import type { Instance } from '../compile/instance.ts'

export interface Tuning {
  /** c̄: mean number of jobs removed. */
  readonly meanRemoved: number
  /** L_max: longest string removed. */
  readonly longestString: number
  /** β: share of positions overlooked. */
  readonly blink: number
}

export const tuningFor = (instance: Instance): Tuning =>
  instance.anyWindows
    ? { meanRemoved: 15, longestString: 20, blink: 0.05 }
    : { meanRemoved: 10, longestString: 10, blink: 0.01 }
