// Moist air by Magnus' formula (Alduchov & Eskridge 1996). Temperatures °C, humidities g/m³ and %.

const saturationHpa = (tempC: number): number =>
  6.1094 * Math.exp((17.625 * tempC) / (243.04 + tempC))

/** The most water vapour that air of this temperature holds, g/m³. */
export const saturatedGPerM3 = (tempC: number): number =>
  (216.679 * saturationHpa(tempC)) / (273.15 + tempC)

export const absoluteHumidityGPerM3 = (tempC: number, rhPct: number): number =>
  (saturatedGPerM3(tempC) * rhPct) / 100

/** Relative humidity, at most 100. */
export const relativeHumidityPct = (tempC: number, gPerM3: number): number =>
  Math.max(0, Math.min(100, (100 * gPerM3) / saturatedGPerM3(tempC)))

/** Relative humidity of air of `tempC` whose dew point is `dewPointC`, at most 100. */
export const humidityOfDewPointPct = (tempC: number, dewPointC: number): number =>
  Math.min(100, (100 * saturationHpa(dewPointC)) / saturationHpa(tempC))
