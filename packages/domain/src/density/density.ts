// How heavy a litre of textile is, by container: learnt from what was weighed (learn-densities.ts), and
// what a load then weighs, with how sure that is.
import type { Settings } from '../settings.ts'

/** Of one container, or of one that nothing was weighed of. Always positive. */
export interface Density {
  /** At a usual fill level (`USUAL_FILL`). */
  readonly kgPerL: number
  /** How well the container's own mean is known. */
  readonly sdKgPerL: number
  /** Weighed loads that it was in; 0: the fleet's. */
  readonly loads: number
}

/** What is learnt of a whole fleet. */
export interface FleetDensity extends Density {
  /** How much one load differs from its container's mean, as a share of it. */
  readonly visitSd: number
  /** Textile presses itself together: kg a litre grow by this share from empty to full. */
  readonly compaction: number
}

export interface Densities {
  readonly fleet: FleetDensity
  /** Those that something was weighed of, by container id. */
  readonly containers: ReadonlyMap<string, Density>
}

/** What a load is expected to weigh. */
export interface Weight {
  readonly kg: number
  readonly sdKg: number
}

/** Where density stands for itself: most visits come at about this share of the capacity. */
export const USUAL_FILL = 0.7

/** Lighter or heavier textile was never weighed: duvets alone, and soaked denim. */
export const LIGHTEST_KG_PER_L = 0.02
export const HEAVIEST_KG_PER_L = 0.5

/** Shares of the setting: of a fleet around it, of containers around their fleet, of loads around their container. */
export const FIRST_GUESS = { fleetSd: 0.4, containerSd: 0.2, visitSd: 0.25, compactionSd: 0.25 }

/** Before anything was weighed the setting is taken at its word. */
export function densitiesBeforeAny({ densityKgPerL }: Pick<Settings, 'densityKgPerL'>): Densities {
  const { containerSd, visitSd } = FIRST_GUESS
  const fleet: FleetDensity = {
    kgPerL: densityKgPerL,
    sdKgPerL: densityKgPerL * containerSd,
    loads: 0,
    visitSd,
    compaction: 0,
  }
  return { fleet, containers: new Map() }
}

/** The container's own, or what its fleet says of one that was never weighed. */
export function densityOf({ fleet, containers }: Densities, containerId: string): Density {
  const { kgPerL, sdKgPerL } = fleet
  return containers.get(containerId) ?? { kgPerL, sdKgPerL, loads: 0 }
}

/**
 * @param container whose textile it is
 * @param l how much there is, litres; `sdL`: how well that is known
 */
export function weightOf(
  densities: Densities,
  container: { readonly id: string; readonly capacityL: number },
  { l, sdL = 0 }: { readonly l: number; readonly sdL?: number },
): Weight {
  const { kgPerL, sdKgPerL } = densityOf(densities, container.id)
  const { visitSd, compaction } = densities.fleet
  const litres = Math.max(l, 0)
  const pressed = pressedBy(compaction, litres / container.capacityL)
  const kg = litres * kgPerL * pressed
  return { kg, sdKg: Math.hypot(litres * pressed * sdKgPerL, kg * visitSd, sdL * kgPerL * pressed) }
}

/** How much denser than at `USUAL_FILL`, as a factor above 0. */
const pressedBy = (compaction: number, fill: number): number =>
  1 + compaction * (Math.min(fill, 1) - USUAL_FILL)
