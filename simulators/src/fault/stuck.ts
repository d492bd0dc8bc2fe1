import type { WireReading } from '@bakwacht/firmware-contracts'
import { between, chance } from '../world/random.ts'
import { type FaultKind, onReadings } from './fault.ts'

export const stuck: FaultKind = {
  help: 'from some time on the distance (or the humidity) repeats itself for ever',
  share: 0.15,
  begin: ({ random, startAt, endAt, note }) => {
    const sticksAt = startAt + (endAt - startAt) * between(random, 0.2, 0.8)
    const field = chance(random, 0.7) ? 'distance_mm' : 'rh_pct'
    let held: WireReading[typeof field]
    return onReadings((reading, at) => {
      if (at < sticksAt) return reading
      if (held === undefined) {
        held = reading[field] ?? null
        note(at, { field })
      }
      return { ...reading, [field]: held }
    })
  },
}
