// Quantiles drawn apart around the middle one, for what they do not know of.
import { FORECAST_CHANCES } from './fill-forecast.ts'
import { normalQuantile } from './normal.ts'

export interface Unsure {
  /** Days ahead. */
  readonly days: number
  /** Days that the quantiles were learnt from. */
  readonly known: number
  /** Variance that comes on top, points². */
  readonly guessed: number
}

/**
 * Past weeks overlap, so they look more alike than the next one will be. So much, for each day ahead over the
 * days known; found on recorded containers, where 80 % intervals held 73 % of all weeks without it.
 */
const OVERLAPPING = 0.5
/** While fewer days are known, others are believed rather than them. */
const FEW_DAYS = 10
/** Of a normal distribution, in standard deviations. */
const WIDTH_OF_90_PCT = 3.29

/** @param quantiles for each of `FORECAST_CHANCES` */
export function widened(
  quantiles: readonly number[],
  { days, known, guessed }: Unsure,
): readonly number[] {
  const [low = 0, , , middle = 0, , , high = 0] = quantiles
  const sd = (high - low) / WIDTH_OF_90_PCT
  if (sd < 0.1)
    return FORECAST_CHANCES.map(
      (p) => middle + Math.hypot(sd, Math.sqrt(guessed)) * normalQuantile(p),
    )
  const overlap = 1 + (OVERLAPPING * days * known) / (known + FEW_DAYS) ** 2
  const factor = overlap * Math.sqrt(1 + guessed / (sd * sd))
  return quantiles.map((pct) => middle + (pct - middle) * factor)
}
