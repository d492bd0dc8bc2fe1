// A lithium thionyl chloride cell: flat at 3.6 V for years, then a knee; lower in the cold.

/** @param charge what is left, 1 new to 0 empty */
export function batteryVolts(charge: number, tempC: number): number {
  const left = Math.max(0, Math.min(1, charge))
  const knee = left < 0.12 ? ((0.12 - left) / 0.12) ** 1.5 * 0.9 : 0
  const cold = tempC < 10 ? (10 - tempC) * 0.004 : 0
  return Math.round((3.62 - knee - cold) * 1000) / 1000
}

/** Readings that one cell pays for: about six years of hourly ones. */
const READINGS_PER_CELL = 52_000

export const chargeAfter = (charge: number, readings: number): number =>
  charge - readings / READINGS_PER_CELL
