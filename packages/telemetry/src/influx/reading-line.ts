// Readings as InfluxDB points: measurement `reading`, tag `device`, integers for what is counted,
// floats for what is measured. `flags` is in every point, so counting it counts readings.
import type { Reading } from '@bakwacht/domain'
import { Point } from '@influxdata/influxdb-client'
import type { InfluxSeries } from './influx-connection.ts'

export const READING = 'reading'

const FLOATS = [
  ['distance_mm', 'distanceMm'],
  ['fill_pct', 'fillPct'],
  ['temp_c', 'tempC'],
  ['rh_pct', 'rhPct'],
  ['battery_v', 'batteryV'],
  ['rssi_dbm', 'rssiDbm'],
  ['tilt_deg', 'tiltDeg'],
  ['lid_opens', 'lidOpens'],
] as const

export function readingLine(reading: Reading): string {
  const point = new Point(READING)
    .tag('device', reading.deviceId)
    .timestamp(reading.observedAt)
    .intField('received_at', reading.receivedAt)
    .intField('flags', reading.flags)
  if (reading.seq !== null) point.intField('seq', reading.seq)
  for (const [field, member] of FLOATS) {
    const value = reading[member]
    if (value !== null) point.floatField(field, value)
  }
  return point.toLineProtocol() ?? ''
}

/** Readings of one device out of `SELECT *`. */
export function readingsOfSeries(deviceId: string, series: readonly InfluxSeries[]): Reading[] {
  return series.flatMap(({ columns, values }) => {
    const index = new Map(columns.map((column, at) => [column, at]))
    return values.map((row): Reading => {
      const value = (column: string) => {
        const at = index.get(column)
        const got = at === undefined ? null : row[at]
        return typeof got === 'number' ? got : null
      }
      const observedAt = value('time') ?? 0
      return {
        deviceId,
        observedAt,
        receivedAt: value('received_at') ?? observedAt,
        seq: value('seq'),
        flags: value('flags') ?? 0,
        distanceMm: value('distance_mm'),
        fillPct: value('fill_pct'),
        tempC: value('temp_c'),
        rhPct: value('rh_pct'),
        batteryV: value('battery_v'),
        rssiDbm: value('rssi_dbm'),
        tiltDeg: value('tilt_deg'),
        lidOpens: value('lid_opens'),
      }
    })
  })
}
