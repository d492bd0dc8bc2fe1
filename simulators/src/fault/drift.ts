import { between, chance } from '../world/random.ts'
import { DAY_MS } from '../world/time.ts'
import { type FaultKind, onReadings } from './fault.ts'

export const drift: FaultKind = {
  help: 'from some time on the distance creeps by 3 to 10 mm a day (or the temperature by 0.2 to 0.5 °C)',
  share: 0.1,
  begin: ({ random, startAt, endAt, note }) => {
    const from = startAt + (endAt - startAt) * between(random, 0.1, 0.4)
    const field = chance(random, 0.7) ? 'distance_mm' : 'temp_c'
    const sign = chance(random, 0.5) ? 1 : -1
    const perDay =
      sign * (field === 'distance_mm' ? between(random, 3, 10) : between(random, 0.2, 0.5))
    let noted = false
    return onReadings((reading, at) => {
      const value = reading[field]
      if (at < from || typeof value !== 'number' || isNoResult(field, value)) return reading
      if (!noted) note(at, { field, per_day: Math.round(perDay * 100) / 100 })
      noted = true
      const drifted = value + (perDay * (at - from)) / DAY_MS
      const told = field === 'distance_mm' ? Math.max(Math.round(drifted), 1) : tenths(drifted)
      return { ...reading, [field]: told }
    })
  },
}

/** A lost echo, as the device says it, has no distance that could creep. */
const isNoResult = (field: string, value: number): boolean =>
  field === 'distance_mm' && (value === 0 || value === 65_535)

const tenths = (value: number): number => Math.round(value * 10) / 10
