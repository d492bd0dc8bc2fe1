// A recorded year of hourly weather, for the simulated box and as the outdoor feed alike.
import { readFileSync } from 'node:fs'
import { HOUR_MS, type OutdoorHour } from '@bakwacht/domain'
import { type RecordedHour, recordedWeather, type Weather } from '@bakwacht/simulators/world'

export interface RecordedYear {
  readonly weather: Weather
  readonly feed: (hour: number) => OutdoorHour | undefined
  /** UTC ms. */
  readonly from: number
  readonly to: number
}

/** @param file CSV with the columns timestamp_utc, temp_c, rh_pct, rain_mm */
export function readRecordedYear(file: string): RecordedYear {
  const [, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/)
  const hours = lines.map((line): RecordedHour => {
    const [time = '', ...values] = line.split(',')
    const [tempC = Number.NaN, rhPct = Number.NaN, rainMm = Number.NaN] = values.map(Number)
    return { at: Date.parse(time), tempC, rhPct, rainMm }
  })
  const byHour = new Map(hours.map((each) => [Math.floor(each.at / HOUR_MS), each]))
  return {
    weather: recordedWeather(hours),
    feed: (hour) => byHour.get(hour),
    from: hours[0]?.at ?? 0,
    to: hours.at(-1)?.at ?? 0,
  }
}
