import { type FillForecast, probabilityAbove } from '../forecast/fill-forecast.ts'
import { HOUR_MS } from '../time/local-time.ts'

const STEP_MS = 6 * HOUR_MS
const STEPS = 14 * 4
const [EARLY, LATE] = [0.1, 0.9]

/**
 * When it is full with a chance of one in ten, and of nine in ten, within the next 14 days, to six hours.
 * A key is `null` where that is later.
 */
export function fullBetween(forecast: FillForecast): {
  readonly early_at: number | null
  readonly late_at: number | null
} {
  const from = forecast.from.at
  let early: number | null = null
  for (let step = 0; step <= STEPS; step++) {
    const at = from + step * STEP_MS
    const chance = probabilityAbove(forecast, 100, at)
    if (chance >= EARLY) early ??= at
    if (chance >= LATE) return { early_at: early, late_at: at }
  }
  return { early_at: early, late_at: null }
}
