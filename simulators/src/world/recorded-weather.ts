// Hourly weather from records. Sunshine is not recorded: dry air is taken for a clear sky.
import { clearSkyWPerM2 } from './sun.ts'
import { HOUR_MS } from './time.ts'
import { interpolated, type Weather } from './weather.ts'

export interface RecordedHour {
  /** UTC ms. */
  readonly at: number
  readonly tempC: number
  readonly rhPct: number
  readonly rainMm: number
}

/**
 * Hours that were not recorded take the same month, day and hour of a recorded year, and where
 * that is missing too, the recorded hour before it.
 */
export function recordedWeather(records: readonly RecordedHour[]): Weather {
  const byHour = new Map(records.map((record) => [hourOf(record.at), record]))
  const byCalendar = new Map(records.map((record) => [calendarKey(record.at), record]))
  const fallback = records[0]
  if (fallback === undefined) throw new Error('weather: got no hour, wanted at least one')

  const find = (at: number): RecordedHour => {
    for (let back = 0; back < 72; back++) {
      const instant = at - back * HOUR_MS
      const record = byHour.get(hourOf(instant)) ?? byCalendar.get(calendarKey(instant))
      if (record !== undefined) return record
    }
    return fallback
  }

  return interpolated((hourStart) => {
    const { tempC, rhPct, rainMm } = find(hourStart)
    const clearness = Math.max(0.1, Math.min(1, (100 - rhPct) / 50))
    return { tempC, rhPct, rainMmPerH: rainMm, sunWPerM2: clearSkyWPerM2(hourStart) * clearness }
  })
}

const hourOf = (at: number): number => Math.floor(at / HOUR_MS)
const calendarKey = (at: number): string => new Date(at).toISOString().slice(5, 13)
