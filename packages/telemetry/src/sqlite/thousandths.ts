/**
 * What is stored for a value with a fraction: an integer number of thousandths where that is exact,
 * else the value itself, which then is no integer. The `reading` view turns both back. NaN is null.
 * Exact for all |value| < 1e12, far beyond what acceptance lets through.
 */
export function thousandths(value: number): number {
  const scaled = Math.round(value * 1000)
  return scaled / 1000 === value ? scaled : value
}
