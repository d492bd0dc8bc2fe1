// The phone's clock ran ahead when something was tapped: that shows when its time is still to come.
import type { KeptRun, Tap } from '../kept/kept.ts'

/**
 * What such a tap's time should have been. Those that were tapped after it by the same wrong clock are put right with it,
 * though their times may have gone by; those before it may have been right. Where the clock was set back since, all that
 * is known is that it happened before now.
 * @param now by the phone's clock, UTC ms
 * @returns nothing, or `first` and those after it, each with its new time
 */
export function putRight(
  first: Tap,
  taps: readonly Tap[],
  { id, aheadMs }: KeptRun,
  now: number,
): readonly Tap[] {
  if (Date.parse(first.word.at) <= now + aheadMs) return []
  const later = taps.filter(
    (tap) => tap.order > first.order && tap.runId === id && tap.aheadMs === first.aheadMs,
  )
  return [first, ...later].map((tap) => {
    const at = Date.parse(tap.word.at) + aheadMs - (tap.aheadMs ?? aheadMs)
    return {
      ...tap,
      word: { ...tap.word, at: new Date(Math.min(at, now + aheadMs)).toISOString() },
      aheadMs,
    }
  })
}
