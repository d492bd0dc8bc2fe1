// What a driver writes down at a stop: weighed to the half kilogram, and how much of it was wet.
import type { Collected } from '../world/bin.ts'
import { chance, normal, type Random } from '../world/random.ts'
import type { Stop } from './run.ts'

export interface StopResult {
  readonly outcome: 'emptied' | 'blocked' | 'unloaded'
  readonly kg?: number
  readonly wet_kg?: number
  readonly note?: string
  readonly at: string
}

const SCALE_ERROR = 0.01
/** Textile counts as wet when it carries this share of its weight in water. */
const WET_FROM = 0.3
/** A parked car stands before one bin in a hundred. */
const BLOCKED_SHARE = 0.01

/** @param empty takes everything out of the stop's bin; undefined where the world has no such bin */
export function resultOf(
  stop: Stop,
  empty: (() => Collected) | undefined,
  random: Random,
): StopResult {
  const at = new Date(stop.departure).toISOString()
  if (stop.kind !== 'container') return { outcome: 'unloaded', at }
  if (empty === undefined) return { outcome: 'emptied', kg: weighed(stop.expectedKg), at }
  if (chance(random, BLOCKED_SHARE))
    return { outcome: 'blocked', note: 'a car was parked before it', at }
  const { kg, waterKg } = empty()
  const wet = Math.min(kg, waterKg / WET_FROM)
  const error = 1 + SCALE_ERROR * normal(random)
  const total = weighed((kg + waterKg) * error)
  return { outcome: 'emptied', kg: total, wet_kg: Math.min(total, weighed(wet * error)), at }
}

const weighed = (kg: number): number => Math.round(kg * 2) / 2
