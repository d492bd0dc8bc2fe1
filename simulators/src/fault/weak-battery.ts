import { between } from '../world/random.ts'
import { DAY_MS } from '../world/time.ts'
import { type FaultKind, onReadings } from './fault.ts'

/** Below this a device would not speak any more. */
const LAST_V = 2.5

export const weakBattery: FaultKind = {
  help: 'the battery loses 2 to 6 millivolts a day from the beginning on',
  share: 0.1,
  begin: ({ random, startAt, note }) => {
    const voltsPerDay = between(random, 0.002, 0.006)
    note(startAt, { mv_per_day: Math.round(voltsPerDay * 10_000) / 10 })
    return onReadings((reading, at) => {
      if (typeof reading.battery_v !== 'number') return reading
      const left = reading.battery_v - (voltsPerDay * (at - startAt)) / DAY_MS
      return { ...reading, battery_v: Math.round(Math.max(left, LAST_V) * 1000) / 1000 }
    })
  },
}
