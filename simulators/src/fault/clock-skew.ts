import { between, pick } from '../world/random.ts'
import { DAY_MS, MINUTE_MS } from '../world/time.ts'
import { type FaultKind, onReadings } from './fault.ts'

export const clockSkew: FaultKind = {
  help: 'the clock is wrong: minutes off, 20 minutes to a day ahead, or back in 1970',
  share: 0.25,
  begin: ({ random, startAt, note }) => {
    const skewMs = Math.round(
      pick(random, [
        between(random, -5, 5) * MINUTE_MS,
        between(random, 20, 1_440) * MINUTE_MS,
        -startAt + DAY_MS,
      ]),
    )
    note(startAt, { skew_s: Math.round(skewMs / 1000) })
    return onReadings((reading) =>
      typeof reading.ts === 'number'
        ? { ...reading, ts: reading.ts + Math.round(skewMs / 1000) }
        : reading,
    )
  },
}
