import type { Emptying, Reading } from '@bakwacht/domain'

const WINDOW_MS = 24 * 3_600_000

/** The share of emptyings after which the echoes of a day came, in the middle, from farther than those of the day before. */
export function lastingShare(
  emptyings: readonly Emptying[],
  readings: readonly Reading[],
  fartherByMm: number,
): number {
  const distances = (from: number, to: number) =>
    readings.flatMap(({ observedAt, distanceMm }) =>
      distanceMm !== null && observedAt >= from && observedAt < to ? [distanceMm] : [],
    )
  const lasting = emptyings.filter(
    ({ at }) =>
      median(distances(at, at + WINDOW_MS)) - median(distances(at - WINDOW_MS, at)) >= fartherByMm,
  )
  return lasting.length / emptyings.length
}

const median = (values: number[]): number =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
