// People bring bags: more on Saturdays, in spring and in August, in the afternoon, and in dry
// weather; now and then somebody clears a whole household in a few hours.
import type { BinProfile } from './bin-profile.ts'
import { between, chance, normal, poisson, type Random } from './random.ts'
import { DAY_MS, localHour, localMonth, localWeekday, STEP_MS } from './time.ts'
import type { Outdoor } from './weather.ts'

export interface Gift {
  readonly litres: number
  /** Dry textile. */
  readonly kg: number
  /** Water that came with it, beyond the textile's own moisture. */
  readonly waterKg: number
}

export interface Arrivals {
  readonly gifts: readonly Gift[]
  /** Bags of a household clearance that begins in this step; 0: none begins. */
  readonly burstBags: number
}

// Each of the three has mean 1, so that `litresPerDay` stays the year's average.
const BY_HOUR = atMeanOne([
  0, 0, 0, 0, 0, 0.1, 0.3, 0.7, 1.1, 1.5, 1.8, 1.7, 1.4, 1.5, 1.8, 2, 2.1, 1.9, 1.5, 1, 0.6, 0.3,
  0.1, 0,
])
const BY_WEEKDAY = atMeanOne([0.95, 0.85, 0.9, 0.9, 1, 1.5, 0.9])
const BY_MONTH = atMeanOne([1.2, 0.85, 1, 1.15, 1.05, 0.9, 0.95, 1.4, 1, 1.1, 0.85, 0.8])

const MEAN_BAG_L = 32
const BAG_SPREAD = 0.5
const RAIN_KEEPS_AWAY = 0.5

/** One bin's givers. Called once for every step, in order. */
export function giftStream(
  profile: BinProfile,
  random: Random,
): (at: number, outdoor: Outdoor) => Arrivals {
  let burst = { bagsPerStep: 0, until: 0 }

  return (at, outdoor) => {
    const inclination =
      (BY_HOUR[localHour(at)] ?? 1) *
      (BY_WEEKDAY[localWeekday(at)] ?? 1) *
      usualInflow(at) *
      (outdoor.rainMmPerH > 0.2 ? RAIN_KEEPS_AWAY : 1)
    let burstBags = 0
    const clearancesPerStep = ((profile.burstsPerYear / 365.25) * STEP_MS) / DAY_MS
    if (chance(random, clearancesPerStep * inclination)) {
      const steps = Math.ceil(between(random, 4, 20))
      burstBags = 12 + poisson(random, 18)
      burst = { bagsPerStep: burstBags / steps, until: at + steps * STEP_MS }
    }
    const ordinary = ((profile.litresPerDay / MEAN_BAG_L) * STEP_MS * inclination) / DAY_MS
    const bags = poisson(random, ordinary + (at < burst.until ? burst.bagsPerStep : 0))
    return { gifts: Array.from({ length: bags }, () => bag(profile, random)), burstBags }
  }
}

/** How much more (or less) than the year's average people bring in this month. */
export const usualInflow = (at: number): number => BY_MONTH[localMonth(at)] ?? 1

/** Loose textile weighs 0.10–0.15 kg a litre. */
function bag(profile: BinProfile, random: Random): Gift {
  const size = Math.exp(BAG_SPREAD * normal(random) - (BAG_SPREAD * BAG_SPREAD) / 2)
  const litres = Math.max(3, Math.min(150, MEAN_BAG_L * size))
  const kg = litres * between(random, 0.1, 0.15)
  return {
    litres,
    kg,
    waterKg: chance(random, profile.wetBagShare) ? kg * between(random, 0.4, 1) : 0,
  }
}

function atMeanOne(weights: readonly number[]): readonly number[] {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length
  return weights.map((weight) => weight / mean)
}
