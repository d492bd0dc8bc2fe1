import { absHumidityGPerM3 } from '../../damp/psychrometrics.ts'

const FULL_SCALE_C = 20
const LEAST = 0.25

/**
 * The settings' g/m³ are meant for 20 °C and warmer. Colder air holds less water, however wet the
 * textile: at 5 °C saturated air is not 2 g/m³ above air of 75 %. So the step asked for shrinks
 * with what air of this temperature can hold.
 */
export function warmthScale(tempC: number): number {
  const share = absHumidityGPerM3(tempC, 100) / absHumidityGPerM3(FULL_SCALE_C, 100)
  return Math.min(Math.max(share, LEAST), 1)
}
