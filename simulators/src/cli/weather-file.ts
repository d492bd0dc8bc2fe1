// Hourly weather from a CSV file: timestamp_utc, temp_c, rh_pct, rain_mm.
import { timestampMs } from '@bakwacht/firmware-contracts'
import { rowsOf } from '../replay/rows.ts'
import { type RecordedHour, recordedWeather } from '../world/recorded-weather.ts'
import type { Weather } from '../world/weather.ts'

/** @throws Error that names the first line which is no weather */
export async function readWeather(file: string): Promise<Weather> {
  const hours: RecordedHour[] = []
  for await (const { line, values } of rowsOf(file)) {
    const at = timestampMs(values.timestamp_utc ?? '')
    const [tempC, rhPct, rainMm] = ['temp_c', 'rh_pct', 'rain_mm'].map((column) =>
      values[column] ? Number(values[column]) : Number.NaN,
    ) as [number, number, number]
    if (at === undefined || ![tempC, rhPct, rainMm].every(Number.isFinite))
      throw new Error(`${file}: line ${line}: wanted timestamp_utc, temp_c, rh_pct and rain_mm`)
    hours.push({ at, tempC, rhPct, rainMm })
  }
  if (hours.length === 0) throw new Error(`${file}: holds no weather`)
  return recordedWeather(hours)
}
