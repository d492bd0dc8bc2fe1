import type { Emission } from '../device/emission.ts'
import { chance, wholeBetween } from '../world/random.ts'
import type { FaultKind } from './fault.ts'

const HELD = 0.1

export const reorder: FaultKind = {
  help: 'one reading in ten arrives one to three readings late',
  share: 1,
  begin: ({ random }) => {
    let held: { readonly emission: Emission; left: number }[] = []
    return (emissions) => {
      const passing: Emission[] = []
      for (const emission of emissions)
        if (emission.kind === 'reading' && chance(random, HELD))
          held.push({ emission, left: wholeBetween(random, 1, 3) })
        else passing.push(emission)
      for (const waiting of held) waiting.left--
      const late = held.filter(({ left }) => left < 0).map(({ emission }) => emission)
      held = held.filter(({ left }) => left >= 0)
      return [...passing, ...late]
    }
  },
}
