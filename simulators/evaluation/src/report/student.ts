// Student's t over a few seeds. Each seed is one draw of a world; between policies the differences on the
// same seed are taken, so that what a seed has in common for all falls out.

export interface Interval {
  readonly mean: number
  /** Two-sided 95 %; `null`: of one value nobody knows. */
  readonly low: number | null
  readonly high: number | null
  /** One-sided 95 %: the mean lies above (below) this. */
  readonly lower95: number | null
  readonly upper95: number | null
}

export function intervalOf(values: readonly number[]): Interval {
  const n = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  if (n < 2) return { mean, low: null, high: null, lower95: null, upper95: null }
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1)
  const error = Math.sqrt(variance / n)
  const two = quantile(TWO_SIDED, n - 1, 1.96) * error
  const one = quantile(ONE_SIDED, n - 1, 1.645) * error
  return { mean, low: mean - two, high: mean + two, lower95: mean - one, upper95: mean + one }
}

/** By degrees of freedom from 1 on; 97.5 % and 95 % (any table of Student's t). */
const TWO_SIDED = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145,
  2.131, 2.12, 2.11, 2.101, 2.093, 2.086,
]
const ONE_SIDED = [
  6.314, 2.92, 2.353, 2.132, 2.015, 1.943, 1.895, 1.86, 1.833, 1.812, 1.796, 1.782, 1.771, 1.761,
  1.753, 1.746, 1.74, 1.734, 1.729, 1.725,
]

/** Beyond the table its last value: a little too wide, never too narrow. */
const quantile = (table: readonly number[], freedom: number, normal: number): number =>
  table[Math.min(freedom, table.length) - 1] ?? normal
