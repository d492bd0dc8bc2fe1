// Rain that a scenario orders on top of whatever the weather does.
import { absoluteHumidityGPerM3 } from './psychrometrics.ts'
import type { Weather } from './weather.ts'

export interface RainSpell {
  /** UTC ms, `[from, to)`. */
  readonly from: number
  readonly to: number
  readonly mmPerH: number
}

export function withRain(weather: Weather, spells: readonly RainSpell[]): Weather {
  if (spells.length === 0) return weather
  return (at) => {
    const outdoor = weather(at)
    const spell = spells.find(({ from, to }) => from <= at && at < to)
    if (spell === undefined) return outdoor
    const rhPct = Math.max(outdoor.rhPct, 93)
    return {
      ...outdoor,
      rhPct,
      absHumidityGPerM3: absoluteHumidityGPerM3(outdoor.tempC, rhPct),
      rainMmPerH: Math.max(outdoor.rainMmPerH, spell.mmPerH),
      sunWPerM2: outdoor.sunWPerM2 * 0.4,
    }
  }
}
