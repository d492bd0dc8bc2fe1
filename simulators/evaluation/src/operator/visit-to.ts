import type { Container } from '@bakwacht/domain'
import type { Wanted } from '@bakwacht/planning'

/** A visit that has to be made, to a container that is thought to hold so much. */
export const visitTo = (container: Container, expected: Wanted['expected']): Wanted => ({
  container,
  reason: { code: 'planner', evidence: { kg: Math.round(expected.kg) } },
  expected,
  prize: null,
})
