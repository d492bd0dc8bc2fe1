// Outdoor weather of the whole region: one record an hour, drawn out over the quarters between.
import { absoluteHumidityGPerM3 } from './psychrometrics.ts'
import { HOUR_MS, STEP_MS } from './time.ts'

export interface HourOfWeather {
  readonly tempC: number
  readonly rhPct: number
  readonly rainMmPerH: number
  /** Global radiation on a level surface. */
  readonly sunWPerM2: number
}

export interface Outdoor extends HourOfWeather {
  readonly absHumidityGPerM3: number
}

/** Weather at any instant from its start on; the same instant always gives the same answer. */
export type Weather = (at: number) => Outdoor

/** @param hourAt the record of the hour that begins at this instant */
export function interpolated(hourAt: (hourStart: number) => HourOfWeather): Weather {
  const quarters = new Map<number, Outdoor>()
  return (at) => {
    const quarter = Math.floor(at / STEP_MS)
    let outdoor = quarters.get(quarter)
    if (outdoor === undefined) {
      outdoor = between(hourAt, quarter * STEP_MS)
      quarters.set(quarter, outdoor)
    }
    return outdoor
  }
}

function between(hourAt: (hourStart: number) => HourOfWeather, at: number): Outdoor {
  const start = Math.floor(at / HOUR_MS) * HOUR_MS
  const share = (at - start) / HOUR_MS
  const now = hourAt(start)
  const next = hourAt(start + HOUR_MS)
  const blend = (from: number, to: number) => from + (to - from) * share
  const tempC = blend(now.tempC, next.tempC)
  const rhPct = blend(now.rhPct, next.rhPct)
  return {
    tempC,
    rhPct,
    rainMmPerH: now.rainMmPerH,
    sunWPerM2: blend(now.sunWPerM2, next.sunWPerM2),
    absHumidityGPerM3: absoluteHumidityGPerM3(tempC, rhPct),
  }
}
