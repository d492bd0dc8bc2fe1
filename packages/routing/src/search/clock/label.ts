// The label at hand: a way to drive a part of a route, while it grows act by act.
import type { Windows } from '../../compile/instance.ts'
import { EPSILON } from '../../tolerance.ts'

/** Never reached, and never too late. */
export const NEVER = Number.POSITIVE_INFINITY
export const ALWAYS = Number.NEGATIVE_INFINITY

/**
 * Started at a time t in [earliest, latest] the part takes exactly `duration`; started before, it waits;
 * later, it is too late (Savelsbergh 1992; Vidal et al. 2013). All acts return whether time allows them.
 */
export class Label {
  /** 0: as soon, as late as can be. 1: brief, by windows that need no waiting. */
  way = 0
  duration = 0
  earliest = 0
  latest = 0

  begin(earliest: number, latest: number): void {
    this.duration = 0
    this.earliest = earliest
    this.latest = latest
  }

  /** Goes on by an act in the first window that is still open; to be brief, in the last that it can reach without waiting. */
  act(windows: Windows, seconds: number): boolean {
    const own = this.duration
    const soonest = this.earliest + own
    let w = 0
    while (soonest > (windows[w + 1] as number) + EPSILON) {
      w += 2
      if (w === windows.length) return false
    }
    if (this.way === 1)
      while (w + 2 < windows.length && (windows[w + 2] as number) - own <= this.latest) w += 2
    const opens = (windows[w] as number) - own
    const closes = (windows[w + 1] as number) - own
    if (opens > this.latest) {
      this.duration += opens - this.latest + seconds
      this.earliest = this.latest
    } else {
      this.duration += seconds
      if (opens > this.earliest) this.earliest = opens
      if (closes < this.latest) this.latest = closes
    }
    return true
  }

  /** Goes on no earlier than `release`. */
  hold(release: number): boolean {
    const opens = release - this.duration
    if (opens > this.latest) {
      this.duration += opens - this.latest
      this.earliest = this.latest
    } else if (opens > this.earliest) this.earliest = opens
    return true
  }

  /** Is preceded by an act in the last window that is early enough; to be brief, in the first that needs no waiting. */
  actBack(windows: Windows, seconds: number): boolean {
    const latest = this.latest - seconds
    let w = windows.length - 2
    while ((windows[w] as number) > latest + EPSILON) {
      w -= 2
      if (w < 0) return false
    }
    const earliest = this.earliest - seconds
    if (this.way === 1) while (w > 0 && (windows[w - 1] as number) >= earliest) w -= 2
    const opens = windows[w] as number
    const closes = windows[w + 1] as number
    if (earliest > closes) {
      this.duration += earliest - closes + seconds
      this.earliest = closes
      this.latest = closes
    } else {
      this.duration += seconds
      this.earliest = Math.max(opens, earliest)
      this.latest = Math.min(closes, latest)
    }
    return true
  }
}
