import { silentFrom } from '../device/silent-from.ts'
import { between } from '../world/random.ts'
import type { FaultKind } from './fault.ts'

export const silence: FaultKind = {
  help: 'the device dies for good somewhere in the second half of the period',
  share: 0.1,
  begin: ({ random, startAt, endAt, note }) => {
    const diesAt = startAt + (endAt - startAt) * between(random, 0.5, 0.95)
    return silentFrom(diesAt, () => note(diesAt, {}))
  },
}
