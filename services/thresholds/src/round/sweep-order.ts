import type { Container } from '@bakwacht/domain'
import type { Scope } from './scope.ts'

type Placed = Pick<Container, 'id' | 'location'>

/** From one end of the fleet to the other: neighbours come close together, so few wait for each other at a time. */
export function sweepOrder(scope: Scope, containers: ReadonlyMap<string, Placed>): Scope {
  const placed = [...scope.keys()].flatMap((id) => containers.get(id) ?? [])
  const along = span(placed, eastward) > span(placed, northward) ? eastward : northward
  const ordered = placed.toSorted((a, b) => along(a) - along(b) || (a.id < b.id ? -1 : 1))
  return new Map(ordered.map(({ id }) => [id, scope.get(id) ?? 0]))
}

/** Both in degrees of latitude; exact enough to tell which way a fleet is longer. */
const northward = ({ location: [, lat] }: Placed): number => lat
const eastward = ({ location: [lon, lat] }: Placed): number => lon * Math.cos((lat * Math.PI) / 180)

function span(containers: readonly Placed[], along: (placed: Placed) => number): number {
  const places = containers.map(along)
  const least = places.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const most = places.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  return most - least
}
