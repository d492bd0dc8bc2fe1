// Hourly rollups as InfluxDB points: measurement `reading_hourly`, the hour's start as time.
// Counts and totals add up to means of any longer bucket; min, max and mean are for dashboards.
import { Point } from '@influxdata/influxdb-client'
import { MEASURES } from '../history/sums.ts'

export const READING_HOURLY = 'reading_hourly'

export interface HourOfDevice {
  readonly deviceId: string
  readonly hour: number
  readonly count: number
  /** In the order of MEASURES. */
  readonly measures: readonly {
    readonly count: number
    readonly total: number
    readonly min: number
    readonly max: number
  }[]
}

export function hourlyLine({ deviceId, hour, count, measures }: HourOfDevice): string {
  const point = new Point(READING_HOURLY)
    .tag('device', deviceId)
    .timestamp(hour)
    .intField('readings', count)
  MEASURES.forEach(({ column }, m) => {
    const measure = measures[m]
    if (measure === undefined || measure.count === 0) return
    point
      .intField(`${column}_count`, measure.count)
      .floatField(`${column}_total`, measure.total)
      .floatField(`${column}_min`, measure.min)
      .floatField(`${column}_max`, measure.max)
      .floatField(`${column}_mean`, measure.total / measure.count)
  })
  return point.toLineProtocol() ?? ''
}
