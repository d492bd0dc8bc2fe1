// What damp takes while textile waits. The water that leaves wet textile is what the air in the bin holds more
// than others': it tells how much is wet and how warm it is there, and so how fast it spoils. In simulated years
// what was lost in a day went with its square, however warm it was (docs/benchmarks.md, "Does it pay").
import type { DampSettings } from '../settings.ts'
import type { DampState } from '../state/container-state.ts'
import { DAY_MS } from '../time/local-time.ts'

/** The excess at which a day takes `damp.loss_per_day`; and what is assumed where nobody can be compared with. */
const USUAL_EXCESS_G_PER_M3 = 3

/**
 * Chance that textile is lost to damp while it waits so long, 0–1. Under watch every day has its chance; in a damp
 * bin the more, the wetter its air is than others', squared.
 */
export function dampLossChance(
  { level, lastingExcessGPerM3 }: Pick<DampState, 'level' | 'lastingExcessGPerM3'>,
  waitMs: number,
  { watchLossPerDay, lossPerDay }: Pick<DampSettings, 'watchLossPerDay' | 'lossPerDay'>,
): number {
  const days = Math.max(waitMs, 0) / DAY_MS
  switch (level) {
    case 'damp':
    case 'water_ingress': {
      const excess = Math.max(lastingExcessGPerM3 ?? USUAL_EXCESS_G_PER_M3, 0)
      return lostAfter(days * (excess / USUAL_EXCESS_G_PER_M3) ** 2, lossPerDay)
    }
    case 'watch':
      return lostAfter(days, watchLossPerDay)
    case 'dry':
    case 'unknown':
      return 0
  }
}

const lostAfter = (days: number, perDay: number): number => 1 - (1 - perDay) ** days
