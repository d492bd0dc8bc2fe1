// Who gives what when: households come by a self-exciting process (a visit brings others within days)
// under a slow drift of their street and of the region, with log-normal numbers of bags; now and then a
// house is cleared, with a Pareto number of them. Deliberately not the family of any forecaster here.
import { DAY_MS, HOUR_MS } from '@bakwacht/domain'
import {
  between,
  chance,
  exponential,
  type Gift,
  localHour,
  localMonth,
  localWeekday,
  normal,
  poisson,
  type Random,
  randomFor,
  type Weather,
} from '@bakwacht/simulators/world'
import type { TimedGift } from './timed-gift.ts'
import type { GiftRules } from './world-file.ts'

export interface GiversOfBin {
  readonly id: string
  readonly litresPerDay: number
  /** Of this neighbourhood's textile against the mean. */
  readonly densityFactor: number
  readonly wetBagShare: number
}

export interface Span {
  /** UTC ms, `[from, to)`. */
  readonly from: number
  readonly to: number
}

const RAIN_MM_PER_H = 0.2

/** The region's slow drift, a factor for each day from `span.from` on; mean 1. */
export function regionDrift(
  rules: GiftRules,
  span: Span,
  seed: number | string,
): readonly number[] {
  const next = drifting(rules.region_drift, randomFor(seed, 'region drift'))
  return Array.from({ length: Math.ceil((span.to - span.from) / DAY_MS) }, next)
}

/** What all givers have in common. */
export interface Givers {
  readonly rules: GiftRules
  readonly means: MeanBags
  readonly region: readonly number[]
  readonly weather: Weather
}

/** All that is brought to one bin, in the order of time; the same whoever empties it. */
export function giftsOf(
  bin: GiversOfBin,
  { rules, means, region, weather }: Givers,
  span: Span,
  seed: number | string,
): readonly TimedGift[] {
  const random = randomFor(seed, bin.id, 'households')
  const drift = drifting(rules.drift, random)
  const usual = usualVisits(bin, rules, means)
  const [hours, weekdays, months] = [rules.by_hour, rules.by_weekday, rules.by_month].map(atMeanOne)
  const forget = Math.exp(-1 / 24 / rules.excitation.days)
  const gifts: TimedGift[] = []
  let excited = 0
  let slow = 1

  for (let at = span.from, hour = 0; at < span.to; at += HOUR_MS, hour++) {
    if (hour % 24 === 0) slow = drift() * (region[hour / 24] ?? 1)
    const season = (weekdays?.[localWeekday(at)] ?? 1) * (months?.[localMonth(at)] ?? 1)
    const rain = weather(at).rainMmPerH > RAIN_MM_PER_H ? rules.rain_factor : 1
    const inclined = ((hours?.[localHour(at)] ?? 1) * rain) / 24
    const visits = poisson(random, inclined * (usual.perDay * season * slow + excited))
    excited = (excited + visits * (rules.excitation.branching / rules.excitation.days)) * forget
    for (let visit = 0; visit < visits; visit++)
      bring(bagsOfVisit(rules, random), at, at + HOUR_MS, true)
    if (chance(random, inclined * season * usual.clearOutsPerDay)) clearOut(at)
  }
  return gifts.sort((a, b) => a.at - b.at)

  function clearOut(at: number): void {
    const { hours } = rules.clear_outs
    bring(bagsOfClearOut(rules, random), at, at + between(random, ...hours) * HOUR_MS, false)
  }

  function bring(bags: number, from: number, to: number, atOnce: boolean): void {
    const when = between(random, from, to)
    for (let bag = 0; bag < bags; bag++)
      gifts.push({
        at: Math.floor(atOnce ? when : between(random, from, to)),
        gift: bagOf(bin, rules, random),
      })
  }
}

/** Visits and clear-outs a day that together bring the bin's litres. */
function usualVisits({ litresPerDay }: GiversOfBin, rules: GiftRules, means: MeanBags) {
  const { clear_outs, bag_l, excitation } = rules
  const clearOutsPerDay = (clear_outs.per_year / 365.25) * (litresPerDay / USUAL_LITRES_PER_DAY)
  const clearedL = clearOutsPerDay * means.ofClearOut * bag_l.mean
  const visitL = means.ofVisit * bag_l.mean
  const perDay = (Math.max(litresPerDay - clearedL, 0) / visitL) * (1 - excitation.branching)
  return { perDay, clearOutsPerDay }
}

export interface MeanBags {
  readonly ofVisit: number
  readonly ofClearOut: number
}

/** Counts are rounded and cut off, so their means are drawn rather than derived. */
export function meanBags(rules: GiftRules): MeanBags {
  const random = randomFor('mean', 'bags')
  const meanOf = (bags: () => number) =>
    Array.from({ length: MEAN_DRAWS }, bags).reduce((sum, count) => sum + count, 0) / MEAN_DRAWS
  return {
    ofVisit: meanOf(() => bagsOfVisit(rules, random)),
    ofClearOut: meanOf(() => bagsOfClearOut(rules, random)),
  }
}

/** A bin of this inflow has `clear_outs.per_year` of them. */
const USUAL_LITRES_PER_DAY = 110
const MEAN_DRAWS = 20_000

function bagsOfVisit({ bags_per_visit: { median, sigma, most } }: GiftRules, random: Random) {
  return Math.max(1, Math.min(most, Math.round(median * Math.exp(sigma * normal(random)))))
}

function bagsOfClearOut({ clear_outs }: GiftRules, random: Random): number {
  const { least_bags, exponent, most_bags } = clear_outs
  // A Pareto variable is the least times e to an exponential one.
  return Math.min(most_bags, Math.round(least_bags * Math.exp(exponential(random, 1 / exponent))))
}

function bagOf(
  { densityFactor, wetBagShare }: GiversOfBin,
  { bag_l, kg_per_l }: GiftRules,
  random: Random,
): Gift {
  const size = Math.exp(bag_l.sigma * normal(random) - bag_l.sigma ** 2 / 2)
  const litres = Math.max(bag_l.least, Math.min(bag_l.most, bag_l.mean * size))
  const kg = litres * between(random, ...kg_per_l) * densityFactor
  return { litres, kg, waterKg: chance(random, wetBagShare) ? kg * between(random, 0.4, 1) : 0 }
}

/** Day by day e to an autoregressive noise; mean 1. */
function drifting({ sigma, days }: GiftRules['drift'], random: Random): () => number {
  const keep = Math.exp(-1 / days)
  let value = normal(random)
  return () => {
    value = keep * value + Math.sqrt(1 - keep * keep) * normal(random)
    return Math.exp(sigma * value - sigma ** 2 / 2)
  }
}

function atMeanOne(weights: readonly number[]): readonly number[] {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length
  return weights.map((weight) => weight / mean)
}
