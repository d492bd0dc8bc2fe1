import { endOf, placeKey, startOf } from './consistency.ts'
import type { VroomInput, VroomPlace } from './vroom-input.ts'

/** The places that a problem needs, numbered for its matrices. */
export interface Places {
  /** By number. */
  readonly all: readonly VroomPlace[]
  /** A place at no distance from any: where routes without a start or an end begin or stop. */
  readonly anywhere: number | null
  readonly size: number
  /** `anywhere` for no place at all. */
  numberOf(place: VroomPlace): number
}

export function placesIn({ jobs, vehicles }: VroomInput): Places {
  const numbers = new Map<string, number>()
  const all: VroomPlace[] = []
  let open = false
  const used = [
    ...vehicles.flatMap((vehicle) => [startOf(vehicle), endOf(vehicle), ...vehicle.unloads]),
    ...jobs,
  ]
  for (const place of used) {
    const key = placeKey(place)
    if (isNowhere(place)) open = true
    else if (!numbers.has(key)) {
      numbers.set(key, all.length)
      all.push(place)
    }
  }
  const anywhere = open ? all.length : null
  return {
    all,
    anywhere,
    size: all.length + Number(open),
    numberOf: (place) => numbers.get(placeKey(place)) ?? anywhere ?? 0,
  }
}

export const isNowhere = ({ location, location_index }: VroomPlace): boolean =>
  location === undefined && location_index === undefined
