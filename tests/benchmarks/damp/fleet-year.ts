// A fleet of steel bins through a recorded year, some of them with a roof that leaks now and then.
import { DAY_MS, HOUR_MS } from '@bakwacht/domain'
import {
  airProfile,
  Bin,
  between,
  measuredAir,
  normal,
  ordinaryBin,
  type Random,
  randomFor,
  type Weather,
} from '@bakwacht/simulators/world'
import { type Leak, leaksOf } from './leaky-roof.ts'
import type { RecordedYear } from './weather.ts'

export interface FleetYearOptions {
  readonly seed: number
  readonly bins: number
  /** Roof area that drains into each leaking bin. */
  readonly leaksM2: readonly number[]
  /** Humidity sensors are off by up to so much, for life. */
  readonly rhOffsetPct: number
  readonly wetBagShare: number
}

export interface LivedBin {
  readonly id: string
  readonly leakM2: number
  readonly leaks: readonly Leak[]
  /** UTC ms. */
  readonly emptiedAt: readonly number[]
  readonly readings: readonly BinHour[]
}

export interface BinHour {
  readonly at: number
  readonly tempC: number
  readonly rhPct: number
  readonly fillPct: number
  /** The truth. */
  readonly kg: number
  readonly waterKg: number
}

export function livedYear(year: RecordedYear, options: FleetYearOptions): readonly LivedBin[] {
  const { seed, bins, leaksM2 } = options
  return Array.from({ length: bins }, (_, index) => {
    const id = `bin-${index}`
    return livedBin(id, year, leaksM2[index] ?? 0, randomFor(seed, id), options)
  })
}

function livedBin(
  id: string,
  year: RecordedYear,
  leakM2: number,
  random: Random,
  { seed, rhOffsetPct, wetBagShare }: FleetYearOptions,
): LivedBin {
  const { weather, from, to } = year
  const { leaks, open } = leaksOf((at) => weather(at).rainMmPerH, leakM2, { from, to }, random)
  const emptiedAt = emptyings(from, to, leaks, random)
  const profile = {
    ...ordinaryBin,
    leakM2,
    wetBagShare,
    litresPerDay: between(random, 20, 260),
    sunShare: between(random, 0.1, 1),
    airChangesPerH: between(random, 0.4, 1.6),
  }
  const roof: Weather = (at) => (open(at) ? weather(at) : { ...weather(at), rainMmPerH: 0 })
  const kg = between(random, 5, 120)
  const bin = new Bin({
    ...{ id, profile, seed, startAt: from },
    weather: leakM2 > 0 ? roof : weather,
    initial: { kg, litres: kg / 0.13 },
    emptyings: emptiedAt,
  })
  const sensor = { ...airProfile(random), rhOffsetPct: between(random, -rhOffsetPct, rhOffsetPct) }
  const minute = Math.floor(between(random, 0, 59)) * 60_000
  const readings: BinHour[] = []
  for (let hour = from + HOUR_MS; hour < to; hour += HOUR_MS) {
    const at = hour + minute
    bin.advanceTo(at)
    const inside = { tempC: bin.climate.tempC, rhPct: bin.rhPct }
    const air = measuredAir(inside, sensor, random)
    const fill = 100 * bin.fillFraction + normal(random)
    readings.push({
      ...{ at, tempC: air.temp_c, rhPct: air.rh_pct },
      fillPct: Math.min(Math.max(fill, 0), 100),
      ...{ kg: bin.contents.kg, waterKg: bin.climate.freeWaterKg },
    })
  }
  return { id, leakM2, leaks, emptiedAt, readings }
}

/** Every 5 to 14 days, and when a roof is mended; never within a leak, whose bin would be dry again. */
function emptyings(from: number, to: number, leaks: readonly Leak[], random: Random): number[] {
  const times = leaks.map(({ mendedAt }) => mendedAt)
  for (let at = from + between(random, 5, 14) * DAY_MS; at < to; ) {
    const due = Math.floor(at / HOUR_MS) * HOUR_MS
    const spoils = leaks.some((leak) => due > leak.at - 3 * DAY_MS && due < leak.mendedAt)
    if (!spoils) times.push(due)
    at += between(random, 5, 14) * DAY_MS
  }
  return times.sort((a, b) => a - b)
}
