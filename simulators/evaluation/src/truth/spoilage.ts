// What damp takes, as the world's own truth and not by any rule of the product: free water wets textile,
// wet textile ages faster when it is warm, and around a given age it is lost (Weibull). What dries before
// that is saved; what is lost stays lost.
import type { DampRules } from './world-file.ts'

export interface Spoilage {
  /** Wet now and not lost, kg dry. */
  readonly wetKg: number
  /** For how long on average, hours at 20 °C. */
  readonly wetHours: number
  /** Lost since the bin was emptied, kg dry. */
  readonly lostKg: number
}

export const unspoilt: Spoilage = { wetKg: 0, wetHours: 0, lostKg: 0 }

/** One hour later. */
export function spoiledAfterHour(
  { wetKg: before, wetHours, lostKg }: Spoilage,
  inside: { readonly kg: number; readonly freeWaterKg: number; readonly tempC: number },
  rules: DampRules,
): Spoilage {
  const sound = Math.max(inside.kg - lostKg, 0)
  // Water lies in lost textile too.
  const share = inside.kg > 0 ? sound / inside.kg : 0
  const wetKg = Math.min(sound, (inside.freeWaterKg * share) / rules.wet_from_kg_per_kg)
  if (wetKg < LEAST_KG) return { wetKg: 0, wetHours: 0, lostKg }
  const age = wetKg > before ? (wetHours * before) / wetKg : wetHours
  const older = age + rules.q10 ** ((inside.tempC - 20) / 10)
  const hazard = cumulative(older, rules) - cumulative(age, rules)
  const lost = wetKg * (1 - Math.exp(-hazard))
  return { wetKg: wetKg - lost, wetHours: older, lostKg: lostKg + lost }
}

/** Less than a sock. */
const LEAST_KG = 0.05

const cumulative = (hours: number, { lost_after_wet_hours, lost_shape }: DampRules): number =>
  (hours / lost_after_wet_hours) ** lost_shape
