// How long a device waits before it tries again: 1 s doubling to 5 min, half of it by chance, so
// that a fleet does not come back as one.
import type { Random } from '../world/random.ts'

const FIRST_MS = 1_000
export const LONGEST_MS = 300_000

/** @param failures in a row, 0 for the first attempt after a connection broke */
export function backOffMs(failures: number, random: Random, longestMs = LONGEST_MS): number {
  const full = Math.min(longestMs, FIRST_MS * 2 ** Math.min(failures, 20))
  return Math.round(full * (0.5 + 0.5 * random()))
}
