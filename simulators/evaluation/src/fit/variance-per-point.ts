/**
 * How much sums over so many days in a row vary, as variance for each point of their mean; `null` of fewer
 * than eleven. A day that is `null` (emptied, or not known) ends a window.
 */
export function variancePerPoint(
  days: readonly (number | null)[],
  window: number,
): { readonly meanPct: number; readonly perPoint: number; readonly windows: number } | null {
  const sums: number[] = []
  for (let first = 0; first + window <= days.length; first++) {
    const part = days.slice(first, first + window)
    if (part.every((day) => day !== null)) sums.push(part.reduce((sum, pct) => sum + pct, 0))
  }
  if (sums.length < FEWEST) return null
  const meanPct = sums.reduce((sum, pct) => sum + pct, 0) / sums.length
  const variance = sums.reduce((sum, pct) => sum + (pct - meanPct) ** 2, 0) / (sums.length - 1)
  return { meanPct, perPoint: variance / meanPct, windows: sums.length }
}

const FEWEST = 11
