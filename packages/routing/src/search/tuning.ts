// The parameters of SISR (Christiaens & Vanden Berghe 2020, table 3), with the values that measured
// best where time windows bind, and with those where vehicles go out several times.
import type { Instance } from '../compile/instance.ts'

export interface Tuning {
  /** c̄: mean number of jobs removed. */
  readonly meanRemoved: number
  /** L_max: longest string removed. */
  readonly longestString: number
  /** β: share of positions overlooked. */
  readonly blink: number
  /** Temperature at the start and at the end, as multiples of the mean cost of driving from stop to stop. */
  readonly hot: number
  readonly cold: number
}

export function tuningFor({ anyWindows, anyUnloads }: Instance): Tuning {
  if (!anyWindows) return { meanRemoved: 10, longestString: 10, blink: 0.01, hot: 0.5, cold: 0.015 }
  const meanRemoved = anyUnloads ? 10 : 15
  return { meanRemoved, longestString: 20, blink: 0.05, hot: 1.5, cold: 0.015 }
}
