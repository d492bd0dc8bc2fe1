/** How long to leave a process alone that dies again and again. */
export interface BackOff {
  /** Milliseconds from now until it may be started again; 0: now. */
  waitMs(): number
  failed(): void
  succeeded(): void
}

const FIRST_MS = 1_000
const LONGEST_MS = 5 * 60_000

/** After the first failure at once, then after 1 s, 2 s, 4 s … 5 min. */
export function backOff(clock: () => number): BackOff {
  let failures = 0
  let notBefore = Number.NEGATIVE_INFINITY
  return {
    waitMs: () => Math.max(0, notBefore - clock()),
    failed() {
      failures++
      if (failures > 1) notBefore = clock() + Math.min(FIRST_MS * 2 ** (failures - 2), LONGEST_MS)
    },
    succeeded() {
      failures = 0
      notBefore = Number.NEGATIVE_INFINITY
    },
  }
}
