import type { Emission } from '../device/emission.ts'
import { chance } from '../world/random.ts'
import type { FaultKind } from './fault.ts'

const PER_READING = 1 / 100
const READINGS_WITHOUT_TIME = 1

export const reboot: FaultKind = {
  help: 'now and then it restarts: the connection breaks, seq begins at 0, its first reading has no ts',
  share: 0.5,
  begin: ({ random, note }) => {
    let seqOffset = 0
    let withoutTime = 0
    return (emissions, at) =>
      emissions.flatMap((emission): Emission[] => {
        if (emission.kind !== 'reading') return [emission]
        const { ts, seq = 0, ...rest } = emission.reading
        const restarts = chance(random, PER_READING)
        if (restarts) {
          seqOffset = seq
          withoutTime = READINGS_WITHOUT_TIME
          note(at, {})
        }
        const timed = withoutTime-- > 0 || ts === undefined ? rest : { ...rest, ts }
        const reading = { ...timed, seq: seq - seqOffset }
        return [...(restarts ? [{ kind: 'restart' } as const] : []), { kind: 'reading', reading }]
      })
  },
}
