// The weather as others have it: the median of the neighbours where enough of them measured,
// else the outdoor feed. A wet bin among many does not move a median.
import { absHumidityGPerM3 } from '../../damp/psychrometrics.ts'
import { median } from '../median.ts'
import type { OutdoorHour, Reference } from './hour-input.ts'
import { type HourField, type HourlyDay, hourValue } from './hourly-day.ts'

/** One container's hours, by UTC day. */
export type HourlySeries = (day: number) => HourlyDay | undefined

/** A neighbour that did not report in this hour is taken as it was so many hours before. */
const CARRIED_HOURS = 2

export function referenceAt(
  hour: number,
  neighbours: readonly HourlySeries[],
  outdoor: OutdoorHour | undefined,
  minNeighbours: number,
): Reference | null {
  const samples = neighbours.flatMap((series) => sampleAt(series, hour) ?? [])
  if (samples.length >= Math.max(minNeighbours, 1)) {
    const middle = (field: keyof Sample) => median(samples.map((sample) => sample[field])) ?? 0
    return {
      kind: 'neighbours',
      count: samples.length,
      tempC: middle('tempC'),
      rhPct: middle('rhPct'),
      absHumidityGPerM3: middle('absHumidityGPerM3'),
    }
  }
  if (outdoor === undefined) return null
  const { tempC, rhPct } = outdoor
  return {
    kind: 'outdoor',
    count: 1,
    tempC,
    rhPct,
    absHumidityGPerM3: absHumidityGPerM3(tempC, rhPct),
  }
}

type Sample = Pick<Reference, 'tempC' | 'rhPct' | 'absHumidityGPerM3'>

function sampleAt(series: HourlySeries, hour: number): Sample | undefined {
  for (let at = hour; at >= hour - CARRIED_HOURS; at--) {
    const day = series(Math.floor(at / 24))
    if (day === undefined) continue
    const value = (field: HourField) => hourValue(day, at % 24, field)
    const absHumidity = value('absHumidityGPerM3')
    if (!Number.isNaN(absHumidity))
      return { tempC: value('tempC'), rhPct: value('rhPct'), absHumidityGPerM3: absHumidity }
  }
  return undefined
}
