/** The days of one visiting scheme, counted from 0, in order. */
export type VisitPattern = readonly number[]

/**
 * The ways to spread so many visits evenly over so many days: one for each day that the first can be on.
 * Where they do not divide the days, the gaps differ by at most one.
 * @throws RangeError unless 1 ≤ visits ≤ days
 */
export function evenPatterns(days: number, visits: number): readonly VisitPattern[] {
  if (!(visits >= 1 && visits <= days))
    throw new RangeError(`got ${visits} visits in ${days} days, wanted 1 to ${days}`)
  const shifted = Array.from({ length: days }, (_, first) =>
    Array.from(
      { length: visits },
      (_, n) => (first + Math.floor((n * days) / visits)) % days,
    ).toSorted((a, b) => a - b),
  )
  return [...new Map(shifted.map((pattern) => [pattern.join(), pattern])).values()]
}
