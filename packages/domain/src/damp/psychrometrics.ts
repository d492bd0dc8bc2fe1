// Humid air by the Magnus formula with the constants of Alduchov & Eskridge (1996), over water.

const A = 17.625
const B = 243.04
const C_HPA = 6.1094
const ZERO_C_IN_K = 273.15
/** g·K/(m³·hPa): from vapour pressure to vapour density. */
const DENSITY = 216.679

/** Saturation vapour pressure in hPa at this temperature. */
export const saturationHPa = (tempC: number): number => C_HPA * Math.exp((A * tempC) / (B + tempC))

/** The temperature at which this air would be saturated, °C. `rhPct` above 0. */
export function dewPointC(tempC: number, rhPct: number): number {
  const gamma = Math.log(rhPct / 100) + (A * tempC) / (B + tempC)
  return (B * gamma) / (A - gamma)
}

/** Water vapour in the air, g/m³. */
export const absHumidityGPerM3 = (tempC: number, rhPct: number): number =>
  (DENSITY * saturationHPa(tempC) * rhPct) / 100 / (ZERO_C_IN_K + tempC)
