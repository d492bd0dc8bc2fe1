import { outages } from '../device/outages.ts'
import { between } from '../world/random.ts'
import { HOUR_MS } from '../world/time.ts'
import type { FaultKind } from './fault.ts'

export const burst: FaultKind = {
  help: 'no network for 6 to 48 hours, then everything at once in arrays of up to 500 (back-fill)',
  share: 0.5,
  begin: ({ random, startAt, endAt, note }) => {
    const hours = between(random, 6, 48)
    const from =
      startAt + Math.max(0, endAt - startAt - hours * HOUR_MS) * between(random, 0.1, 0.95)
    note(from, { hours: Math.round(hours * 10) / 10 })
    return outages([{ from, to: from + hours * HOUR_MS }])
  },
}
