// A fleet of ordinary bins, emptied by an old fixed round: what a simulation is without a scenario.
import { radioGaps } from '../device/outages.ts'
import { anySensor } from '../sensor/sensor.ts'
import { type BinProfile, ordinaryBin } from '../world/bin-profile.ts'
import { between, chance, normal, pick, type Random, randomFor } from '../world/random.ts'
import { DAY_MS } from '../world/time.ts'
import type { ContainerPlan, DevicePlan, FleetPlan } from './fleet-plan.ts'
import { depot, vehicles } from './region.ts'
import { stands } from './stand.ts'

export interface FleetWish {
  readonly seed: number
  readonly containers: number
  readonly startAt: number
  /** Where the past ends and live time begins. */
  readonly endAt: number
  /** Days between two visits of the fixed round; 0: nobody comes. */
  readonly emptyEveryDays: number
}

const LEAKING_SHARE = 0.04

export function anyFleet(wish: FleetWish): FleetPlan {
  const { seed, containers, startAt, endAt } = wish
  const { stands: places, sites } = stands(containers, randomFor(seed, 'places'))
  return {
    depot,
    vehicles,
    sites,
    rain: [],
    containers: places.map((stand, index): ContainerPlan => {
      const random = randomFor(seed, index, 'container')
      const bin = anyBin(random)
      const litres = between(random, 0, 0.5) * bin.capacityL
      return {
        ...stand,
        id: containerId(index),
        bin,
        initial: { litres, kg: litres * 0.13 },
        emptyings: fixedRound(wish, random),
        gifts: [],
        device: anyDevice(seed, index, startAt, endAt),
      }
    }),
  }
}

export const containerId = (index: number): string => `bin-${numbered(index)}`

export function anyDevice(seed: number, index: number, startAt: number, endAt: number): DevicePlan {
  const id = `sim-${numbered(index)}`
  return {
    id,
    sensor: anySensor(seed, id),
    gaps: radioGaps(randomFor(seed, id, 'gaps'), startAt, endAt),
  }
}

const numbered = (index: number): string => String(index + 1).padStart(4, '0')

/** 44 to 185 kg a week, most of them nearer the lower end. */
function anyBin(random: Random): BinProfile {
  return {
    ...ordinaryBin,
    capacityL: pick(random, [1_300, 2_000, 2_500, 3_000]),
    litresPerDay: Math.max(50, Math.min(230, 110 * Math.exp(0.4 * normal(random)))),
    leakM2: chance(random, LEAKING_SHARE) ? between(random, 0.05, 0.3) : 0,
    sunShare: between(random, 0.2, 1),
    airChangesPerH: between(random, 0.6, 1.2),
  }
}

/** On working days, between 8 and 15 h local time. */
function fixedRound({ startAt, endAt, emptyEveryDays }: FleetWish, random: Random): number[] {
  if (emptyEveryDays <= 0) return []
  const visits: number[] = []
  const first = startAt + between(random, 0, emptyEveryDays) * DAY_MS
  for (let day = first; day < endAt; day += emptyEveryDays * DAY_MS) {
    const at = inWorkingHours(day, random)
    if (at > startAt && at < endAt) visits.push(at)
  }
  return visits
}

export function inWorkingHours(at: number, random: Random): number {
  const midnight = Math.floor(at / DAY_MS) * DAY_MS
  const weekday = (midnight / DAY_MS + 3) % 7
  const sundayToSaturday = weekday === 6 ? -DAY_MS : 0
  return midnight + sundayToSaturday + Math.round(between(random, 7, 14) * 3_600_000)
}
