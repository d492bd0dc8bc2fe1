// Partial sums of one bucket of time: what SQL, the daily table and InfluxDB can each give,
// and what adds up to honest means.
import type { Reading } from '@bakwacht/domain'
import type { MeanRow } from '../telemetry-store.ts'

/** What is averaged; the names of columns, InfluxDB fields and the members of a reading. */
export const MEASURES = [
  { column: 'distance_mm', member: 'distanceMm' },
  { column: 'fill_pct', member: 'fillPct' },
  { column: 'temp_c', member: 'tempC' },
  { column: 'rh_pct', member: 'rhPct' },
  { column: 'battery_v', member: 'batteryV' },
] as const

export interface Sums {
  /** UTC ms: start of the bucket. */
  readonly at: number
  /** Readings in it. */
  readonly count: number
  /** One a measure, in the order of MEASURES. */
  readonly measures: readonly { readonly count: number; readonly total: number }[]
}

export const bucketOf = (at: number, everyMs: number) => Math.floor(at / everyMs) * everyMs

/** As the SQL adapters answer it: at, count, then count and total of each measure. */
export function sumsOfRow(row: readonly (number | null)[]): Sums {
  return {
    at: row[0] ?? 0,
    count: row[1] ?? 0,
    measures: MEASURES.map((_, m) => ({ count: row[2 + 2 * m] ?? 0, total: row[3 + 2 * m] ?? 0 })),
  }
}

export function sumsOfReadings(readings: readonly Reading[], everyMs: number): Sums[] {
  return mergeSums(
    readings.map((reading) => ({
      at: bucketOf(reading.observedAt, everyMs),
      count: 1,
      measures: MEASURES.map(({ member }) => {
        const value = reading[member]
        return value === null ? { count: 0, total: 0 } : { count: 1, total: value }
      }),
    })),
  )
}

/** One of each bucket, in the order of time. The parts must not overlap. */
export function mergeSums(parts: readonly Sums[]): Sums[] {
  const buckets = new Map<number, Sums>()
  for (const part of parts) {
    const before = buckets.get(part.at)
    buckets.set(part.at, before === undefined ? part : added(before, part))
  }
  return [...buckets.values()].sort((a, b) => a.at - b.at)
}

const added = (a: Sums, b: Sums): Sums => ({
  at: a.at,
  count: a.count + b.count,
  measures: a.measures.map((measure, m) => ({
    count: measure.count + (b.measures[m]?.count ?? 0),
    total: measure.total + (b.measures[m]?.total ?? 0),
  })),
})

export function meanRow({ at, count, measures }: Sums): MeanRow {
  const [distanceMm, fillPct, tempC, rhPct, batteryV] = measures.map((measure) =>
    measure.count === 0 ? null : rounded(measure.total / measure.count),
  )
  return {
    at,
    count,
    distanceMm: distanceMm ?? null,
    fillPct: fillPct ?? null,
    tempC: tempC ?? null,
    rhPct: rhPct ?? null,
    batteryV: batteryV ?? null,
  }
}

/** The order of summing leaves its mark in the last digits; an answer must not depend on it. */
const rounded = (mean: number) => Number(mean.toPrecision(12))
