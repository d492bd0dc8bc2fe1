import type { Valhalla } from './valhalla.ts'
import { ValhallaRefusal } from './valhalla.ts'

/** Totals since start. */
export interface RoadCounters {
  questions: number
  /** Questions that got no answer. */
  failures: number
  /** Pairs of places that Valhalla was asked for; those from the cache are not counted. */
  pairs: number
}

/** The same, and counts. */
export const counted = (valhalla: Valhalla, counters: RoadCounters): Valhalla => ({
  async ask(action, request) {
    counters.questions++
    const { sources, targets } = request as Partial<Record<'sources' | 'targets', object[]>>
    if (sources && targets) counters.pairs += sources.length * targets.length
    try {
      return await valhalla.ask(action, request)
    } catch (error) {
      if (!(error instanceof ValhallaRefusal)) counters.failures++
      throw error
    }
  },
  stop: () => valhalla.stop(),
})
