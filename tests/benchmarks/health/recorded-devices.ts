// A recorded year of street containers as events. 255 °C is a negative temperature that lost its sign.
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { type FoldEvent, flagBit, type Reading } from '@bakwacht/domain'
import type { WatchedDevice } from './device-alerts.ts'

/** @param file gzipped CSV: device_eui, timestamp_utc, distance_cm, temp_c, tilt_deg, battery_mv, … */
export function readRecordedDevices(file: string): readonly WatchedDevice[] {
  const [, ...lines] = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n')
  const rows = lines.map((line) => line.split(','))
  return [...Map.groupBy(rows, ([device = '']) => device)].map(([id, its]) => {
    const readings = its.map(readingOf).sort((a, b) => a.observedAt - b.observedAt)
    const at = readings[0]?.observedAt ?? 0
    const events: FoldEvent[] = [
      { kind: 'seated', at, deviceId: id, registeredAt: at },
      ...readings.map(
        (reading): FoldEvent => ({ kind: 'reading', at: reading.observedAt, reading }),
      ),
    ]
    return { id, events, capacityL: 3000, emptyMm: 1500, fullMm: 300 }
  })
}

const WARMEST_C = 125
const UPSIDE_DOWN_DEG = 180

function readingOf([deviceId = '', time = '', ...cells]: readonly string[]): Reading {
  const [cm = null, temp = null, tilt = null, milliVolts = null] = cells.map((cell) =>
    cell === '' ? null : Number(cell),
  )
  const observedAt = Date.parse(time)
  const tempIsWrong = temp !== null && temp > WARMEST_C
  const tiltIsWrong = tilt !== null && tilt > UPSIDE_DOWN_DEG
  return {
    ...{ deviceId, observedAt, receivedAt: observedAt, seq: null },
    ...{ fillPct: null, rhPct: null, rssiDbm: null, lidOpens: null },
    flags:
      (tempIsWrong ? flagBit('temp_impossible') : 0) |
      (tiltIsWrong ? flagBit('tilt_impossible') : 0),
    distanceMm: cm === null ? null : cm * 10,
    tempC: tempIsWrong ? null : temp,
    tiltDeg: tiltIsWrong ? null : tilt,
    batteryV: milliVolts === null ? null : milliVolts / 1000,
  }
}
