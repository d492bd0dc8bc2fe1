import type { DampSettings } from '../settings.ts'
import { DAY_MS } from '../time/local-time.ts'

/**
 * The chance that textile is lost to damp while it waits so long, 0–1. Under watch every day has its
 * chance; what is damp already is as good as lost.
 */
export function dampLossChance(
  level: 'unknown' | 'dry' | 'watch' | 'damp' | 'water_ingress',
  waitMs: number,
  { watchLossPerDay }: Pick<DampSettings, 'watchLossPerDay'>,
): number {
  switch (level) {
    case 'damp':
    case 'water_ingress':
      return 1
    case 'watch':
      return 1 - (1 - watchLossPerDay) ** (Math.max(waitMs, 0) / DAY_MS)
    case 'dry':
    case 'unknown':
      return 0
  }
}
