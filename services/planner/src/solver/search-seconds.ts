/** From so many visits on a day is searched for all of its time. */
const LARGE_DAY = 900
const AT_LEAST_S = 2
const MOST_PATIENCE = 10

/**
 * How long a depot’s day is searched: fewer visits take their share of the time, because more would bring
 * little (docs/benchmarks.md).
 * @param largeDaySeconds what the settings give a large day; less than two seconds are given to any
 */
export const searchSeconds = (visits: number, largeDaySeconds: number): number =>
  Math.min(largeDaySeconds, Math.max(AT_LEAST_S, (largeDaySeconds * visits) / LARGE_DAY))

/**
 * How many times as long that may take beside others who have the processor. A small day has had hardly any of two
 * seconds on a busy machine; none takes longer than a large one.
 */
export const searchPatience = (seconds: number, largeDaySeconds: number): number =>
  Math.min(MOST_PATIENCE, Math.max(1, largeDaySeconds / seconds))
