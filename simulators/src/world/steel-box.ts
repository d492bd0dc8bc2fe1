// The climate inside: the steel follows the outdoor air with a lag and heats in the sun; the air
// over the bags lies between the outdoor air and the bags' own moisture. A leak wets the bags, and
// wet textile breathes out for days, warmed a little by what begins to live in it.
import type { BinProfile } from './bin-profile.ts'
import { relativeHumidityPct, saturatedGPerM3 } from './psychrometrics.ts'
import type { Outdoor } from './weather.ts'

export interface BoxClimate {
  readonly tempC: number
  readonly absHumidityGPerM3: number
  /** Moisture bound in the fibres. */
  readonly boundWaterKg: number
  /** Water that drips and clings: from rain, or from a bag that came wet. */
  readonly freeWaterKg: number
}

/** Hours until the steel has followed the outdoor air by two thirds. */
const THERMAL_LAG_H = 2.5
/** How far above the outdoor air full sun (800 W/m²) holds a box that stands wholly in it. */
const SOLAR_GAIN_K = 18
/** The most that wet textile warms itself and its headspace (assumption; composting textile is far warmer). */
const SELF_HEATING_K = 12
/** Exchange of the headspace with closed dry bags, and with soaked ones, changes an hour. */
const DRY_BAGS_PER_H = 0.12
const WET_BAGS_PER_H = 8
/** Free water drains off and dries out over about these hours, whatever the air takes up. */
const DRAINING_H = 120
/** Share of the textile that lies open to the headspace: that much water is enough to wet half of it. */
const SURFACE_SHARE = 0.01
/** A bin holds no more free water than the textile can soak up; the rest runs out of the floor. */
const SOAKS_UP_KG_PER_KG = 0.6

export const climateOutside = (outdoor: Outdoor): BoxClimate => ({
  tempC: outdoor.tempC,
  absHumidityGPerM3: outdoor.absHumidityGPerM3,
  boundWaterKg: 0,
  freeWaterKg: 0,
})

export const boxHumidityPct = ({ tempC, absHumidityGPerM3 }: BoxClimate): number =>
  relativeHumidityPct(tempC, absHumidityGPerM3)

/** Moisture that a bag brings along from a heated room at 55 %. */
export const broughtAlongKg = (kg: number): number => kg * regain(0.55)

export function nextClimate(
  climate: BoxClimate,
  profile: BinProfile,
  outdoor: Outdoor,
  textileKg: number,
  litres: number,
  hours: number,
): BoxClimate {
  const freeWaterKg = drained(
    climate.freeWaterKg + outdoor.rainMmPerH * hours * profile.leakM2,
    textileKg,
    hours,
  )
  const wetShare = freeWaterKg / (freeWaterKg + SURFACE_SHARE * textileKg + 0.3)
  const tempC = nextTemperature(climate, profile, outdoor, wetShare, textileKg, hours)
  const saturated = saturatedGPerM3(tempC)

  const filled = textileKg / (textileKg + 30)
  const dryBags = DRY_BAGS_PER_H * filled * (1 - wetShare)
  const wetBags = WET_BAGS_PER_H * wetShare * (0.2 + 0.8 * filled)
  const fromBags = saturated * equilibrium(climate.boundWaterKg, textileKg)
  const exchange = profile.airChangesPerH + dryBags + wetBags
  const mixed =
    (profile.airChangesPerH * outdoor.absHumidityGPerM3 +
      dryBags * fromBags +
      wetBags * saturated) /
    exchange
  const followed = mixed + (climate.absHumidityGPerM3 - mixed) * Math.exp(-exchange * hours)
  const absHumidityGPerM3 = Math.min(saturated, followed)

  const headspaceM3 = 0.2 + Math.max(0, profile.capacityL - litres) / 1000
  const grams = (rate: number, source: number) =>
    rate * (source - absHumidityGPerM3) * headspaceM3 * hours
  return {
    tempC,
    absHumidityGPerM3,
    boundWaterKg: Math.max(0, climate.boundWaterKg - grams(dryBags, fromBags) / 1000),
    freeWaterKg: Math.max(0, freeWaterKg - grams(wetBags, saturated) / 1000),
  }
}

function nextTemperature(
  climate: BoxClimate,
  profile: BinProfile,
  outdoor: Outdoor,
  wetShare: number,
  textileKg: number,
  hours: number,
): number {
  const sun = (SOLAR_GAIN_K * profile.sunShare * outdoor.sunWPerM2) / 800
  const life = SELF_HEATING_K * wetShare * (textileKg / (textileKg + 20))
  const target = outdoor.tempC + sun + life
  return target + (climate.tempC - target) * Math.exp(-hours / THERMAL_LAG_H)
}

function drained(freeWaterKg: number, textileKg: number, hours: number): number {
  const held = Math.min(freeWaterKg, 1 + SOAKS_UP_KG_PER_KG * textileKg)
  return held * Math.exp(-hours / DRAINING_H)
}

// Cotton's sorption by Oswin's equation, through 7.8 % at 65 % and 17 % at 90 %.
const OSWIN_A = 0.0574
const OSWIN_B = 0.494

/** Water per dry textile at this relative humidity (0–1). */
const regain = (humidity: number): number => OSWIN_A * (humidity / (1 - humidity)) ** OSWIN_B

/** The relative humidity (0–1) that bags of this moisture hold in the air around them. */
function equilibrium(waterKg: number, textileKg: number): number {
  if (textileKg <= 0) return 0
  const ratio = (waterKg / textileKg / OSWIN_A) ** (1 / OSWIN_B)
  return ratio / (1 + ratio)
}
