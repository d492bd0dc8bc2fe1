import { between } from '../world/random.ts'
import { type FaultKind, onReadings } from './fault.ts'

export const moved: FaultKind = {
  help: 'somebody tips the container over or sets it down askew: the tilt changes for good',
  share: 0.05,
  begin: ({ random, startAt, endAt, note }) => {
    const from = startAt + (endAt - startAt) * between(random, 0.2, 0.8)
    const byDeg = Math.round(between(random, 20, 90))
    let noted = false
    return onReadings((reading, at) => {
      if (at < from || typeof reading.tilt_deg !== 'number') return reading
      if (!noted) note(at, { by_deg: byDeg })
      noted = true
      return { ...reading, tilt_deg: Math.min(reading.tilt_deg + byDeg, 180) }
    })
  },
}
