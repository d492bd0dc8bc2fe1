// What is in a container now, by weight.
import { type Densities, densityOf, weightOf } from '../density/density.ts'
import type { Container } from '../fleet/container.ts'
import type { ContainerState } from '../state/container-state.ts'

export const LEARNT_FROM = ['own_loads', 'fleet_loads', 'setting'] as const

export interface InsideNow {
  readonly kg: number
  readonly sdKg: number
  readonly kgPerL: number
  readonly learntFrom: (typeof LEARNT_FROM)[number]
  /** Weighed loads behind the density. */
  readonly loads: number
}

/** Where nothing better is known: so many points is an estimated level off. */
const ESTIMATED_SD_PCT = 15

/** `null`: how full it is, nobody knows. */
export function insideNow(
  container: Pick<Container, 'id' | 'capacityL'>,
  state: ContainerState | undefined,
  densities: Densities,
): InsideNow | null {
  if (state === undefined) return null
  const litres = (pct: number) => (container.capacityL * Math.min(Math.max(pct, 0), 100)) / 100
  const { pct, sdPct = ESTIMATED_SD_PCT } = state.fill
  const own = densityOf(densities, container.id)
  const loads = own.loads > 0 ? own.loads : densities.fleet.loads
  return {
    ...weightOf(densities, container, { l: litres(pct), sdL: litres(sdPct) }),
    kgPerL: own.kgPerL,
    learntFrom: own.loads > 0 ? 'own_loads' : loads > 0 ? 'fleet_loads' : 'setting',
    loads,
  }
}
