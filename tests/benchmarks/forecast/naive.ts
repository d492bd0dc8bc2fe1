// The rivals: what came in over as many days before, as it was, of all days or of those with this weekday.
import type { DeviceYear } from './device-year.ts'
import { inflowOver } from './score.ts'
import { CHANCES } from './split.ts'

const FEWEST = 3

/** One for each of `CHANCES`; `null`: nothing to go by. */
export function naiveQuantiles(
  year: DeviceYear,
  origin: number,
  days: number,
  byWeekday: boolean,
): readonly number[] | null {
  const { midnights } = year
  const past: number[] = []
  for (let from = 0; from + days <= origin; from++) {
    if (byWeekday && midnights[from]?.weekday !== midnights[origin]?.weekday) continue
    const inflow = inflowOver(year, from, days)
    if (inflow !== null) past.push(inflow)
  }
  if (past.length < FEWEST) return null
  past.sort((a, b) => a - b)
  return CHANCES.map((p) => {
    const rank = p * (past.length - 1)
    const [low, high] = [past[Math.floor(rank)] ?? 0, past[Math.ceil(rank)] ?? 0]
    return low + (high - low) * (rank - Math.floor(rank))
  })
}
