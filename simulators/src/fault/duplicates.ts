import { chance } from '../world/random.ts'
import type { FaultKind } from './fault.ts'

const REPEATED = 0.1

export const duplicates: FaultKind = {
  help: 'one reading in ten is sent twice',
  share: 1,
  begin:
    ({ random }) =>
    (emissions) =>
      emissions.flatMap((emission) =>
        emission.kind === 'reading' && chance(random, REPEATED) ? [emission, emission] : [emission],
      ),
}
