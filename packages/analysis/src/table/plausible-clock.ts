// A device whose clock was not set says 1970, or some other year. The service knows when a reading was
// received and tells by that; a file does not.

const DAY_MS = 86_400_000
/** What the service, too, takes for a wrong clock. */
const LONGEST_GAP_MS = 400 * DAY_MS

/**
 * Of times that are so far apart not all can be true: the largest part without such a gap, the later
 * one of two of the same size.
 * @param at UTC ms of each index below `length`, ascending
 * @returns where it begins, and where it has ended
 */
export function plausiblePart(
  length: number,
  at: (index: number) => number,
): { readonly from: number; readonly to: number } {
  let best = { from: 0, to: 0 }
  let from = 0
  for (let index = 1; index <= length; index++) {
    if (index < length && at(index) - at(index - 1) <= LONGEST_GAP_MS) continue
    if (index - from >= best.to - best.from) best = { from, to: index }
    from = index
  }
  return best
}
