import { between, chance } from '../world/random.ts'
import { type FaultKind, onReadings } from './fault.ts'

const WRONG_SHARE = 0.4

export const noise: FaultKind = {
  help: 'from some time on four distances in ten are those of something else in the bin',
  share: 0.1,
  begin: ({ random, startAt, endAt, note }) => {
    const from = startAt + (endAt - startAt) * between(random, 0.2, 0.8)
    let noted = false
    return onReadings((reading, at) => {
      const { distance_mm: distance } = reading
      if (at < from || typeof distance !== 'number') return reading
      if (!noted) note(at, { field: 'distance_mm' })
      noted = true
      return chance(random, WRONG_SHARE)
        ? { ...reading, distance_mm: Math.round(between(random, 200, 1_800)) }
        : reading
    })
  },
}
