// Stops before they have their times, and the numbering of a run's stops.
import type { Depot, Stop } from '@bakwacht/domain'
import type { Wanted } from '../selection/decision.ts'

const UNTIMED = {
  seq: 0,
  trip: 0,
  arrival: 0,
  departure: 0,
  legDistanceM: 0,
  legDurationS: 0,
  lock: 'none',
  result: null,
} as const

export const containerStop = (
  { container, reason, expected }: Wanted,
  ids: () => string,
): Stop => ({
  ...UNTIMED,
  id: ids(),
  kind: 'container',
  containerId: container.id,
  name: container.name,
  location: container.location,
  expectedKg: tenth(expected.kg),
  expectedL: Math.round(expected.l),
  reason,
})

/** What it leaves behind is known once it has its place in a run. */
export const unloadStop = (depot: Depot, ids: () => string): Stop => ({
  ...UNTIMED,
  id: ids(),
  kind: 'unload',
  containerId: null,
  name: depot.name,
  location: depot.location,
  expectedKg: 0,
  expectedL: 0,
  reason: { code: 'unload', evidence: {} },
})

/** Numbers stops and trips in driving order; an unload ends its trip and leaves all that is on board. */
export function numbered(stops: readonly Stop[]): readonly Stop[] {
  let trip = 1
  let kg = 0
  let l = 0
  return stops.map((stop, index) => {
    const place = { seq: index + 1, trip }
    if (stop.kind !== 'unload') {
      kg += stop.expectedKg
      l += stop.expectedL
      return { ...stop, ...place }
    }
    const evidence = { kg: tenth(kg), l }
    trip++
    kg = 0
    l = 0
    return {
      ...stop,
      ...place,
      expectedKg: evidence.kg,
      expectedL: evidence.l,
      reason: { code: 'unload', evidence },
    }
  })
}

const tenth = (value: number): number => Math.round(value * 10) / 10
