// A recorded year of street containers as the fold takes it: one series of readings a device.
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { FoldEvent, Reading } from '@bakwacht/domain'

/** Readings of each device, by observed time. */
export function readRecordedFill(file: string): ReadonlyMap<string, readonly FoldEvent[]> {
  const rows = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n').slice(1)
  const events = rows.flatMap((row): (FoldEvent & { readonly reading: Reading })[] => {
    const [deviceId = '', at = '', cm = ''] = row.split(',')
    if (cm === '') return []
    const reading = readingOf(deviceId, Math.floor(Date.parse(at)), Number(cm) * 10)
    return [{ kind: 'reading', at: reading.observedAt, reading }]
  })
  const byDevice = Map.groupBy(events, ({ reading }) => reading.deviceId)
  return new Map([...byDevice].map(([id, those]) => [id, those.toSorted((a, b) => a.at - b.at)]))
}

const readingOf = (deviceId: string, at: number, distanceMm: number): Reading => ({
  deviceId,
  observedAt: at,
  receivedAt: at,
  seq: null,
  flags: 0,
  distanceMm,
  fillPct: null,
  tempC: null,
  rhPct: null,
  batteryV: null,
  rssiDbm: null,
  tiltDeg: null,
  lidOpens: null,
})
