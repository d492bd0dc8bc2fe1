import type { Container } from '@bakwacht/domain'
import type { Wanted } from '@bakwacht/planning'
import type { Register } from '../boundary/register.ts'

/** A visit that has to be made, to a container that is thought to be so full. */
export function visitTo(
  container: Container,
  pct: number,
  { settings: { densityKgPerL } }: Register,
): Wanted {
  const l = (container.capacityL * Math.min(Math.max(pct, 0), 100)) / 100
  return {
    container,
    reason: { code: 'planner', evidence: { fill_pct: Math.round(pct) } },
    expected: { l, kg: l * densityKgPerL },
    prize: null,
  }
}
