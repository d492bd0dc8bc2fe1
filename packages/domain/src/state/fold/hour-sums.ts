// The hour that is being folded: sums until it is over.
import { absHumidityGPerM3 } from '../../damp/psychrometrics.ts'
import type { Reading } from '../../reading/reading.ts'

export interface HourSums {
  /** Hours since 1970. */
  readonly hour: number
  readonly temp: Sum
  readonly rh: Sum
  readonly absHumidity: Sum
  readonly fillPct: number | null
  readonly fillSdPct: number | null
  readonly emptiedMinute: number | null
}

interface Sum {
  readonly total: number
  readonly count: number
}

const none: Sum = { total: 0, count: 0 }

export const hourBegun = (hour: number): HourSums => ({
  hour,
  temp: none,
  rh: none,
  absHumidity: none,
  fillPct: null,
  fillSdPct: null,
  emptiedMinute: null,
})

export function hourWith(sums: HourSums, { tempC, rhPct }: Reading): HourSums {
  const absHumidity = tempC === null || rhPct === null ? null : absHumidityGPerM3(tempC, rhPct)
  return {
    ...sums,
    temp: plus(sums.temp, tempC),
    rh: plus(sums.rh, rhPct),
    absHumidity: plus(sums.absHumidity, absHumidity),
  }
}

/** NaN of none. */
export const mean = ({ total, count }: Sum): number => (count === 0 ? Number.NaN : total / count)

const plus = (sum: Sum, value: number | null): Sum =>
  value === null ? sum : { total: sum.total + value, count: sum.count + 1 }
