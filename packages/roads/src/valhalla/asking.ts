// Questions about some places for one vehicle, in Valhalla's terms.
import type { LonLat } from '@bakwacht/domain'
import { distance } from '@turf/distance'
import { RoadsUnavailable, type VehicleProfile } from '../travel-times.ts'
import { answered } from './answers.ts'
import { costingOf } from './costing.ts'
import type { Pair } from './new-pairs.ts'
import { type Valhalla, type ValhallaAction, ValhallaRefusal } from './valhalla.ts'

/** Places by their index. @throws RoadsUnavailable */
export interface Asking {
  /** Metres from each to the nearest road that the vehicle may use; `null`: none for kilometres. */
  nearestRoads(places: readonly number[]): Promise<readonly (number | null)[]>
  /** From each source to each target, by their positions in these lists. */
  matrix(
    sources: readonly number[],
    targets: readonly number[],
  ): Promise<(source: number, target: number) => Pair>
}

const SEARCH_M = 5000
const NO_WAY: Pair = { durationS: Infinity, distanceM: Infinity }

export function askingAbout(
  points: readonly LonLat[],
  profile: VehicleProfile,
  valhalla: Valhalla,
): Asking {
  const costing = costingOf(profile)
  const at = (index: number): LonLat => points[index] ?? [NaN, NaN]
  const wire = (index: number) => ({ lon: at(index)[0], lat: at(index)[1] })

  return {
    async nearestRoads(places) {
      const locations = places.map((place) => ({ ...wire(place), search_cutoff: SEARCH_M }))
      const answer = answered.locate(await ask('locate', { ...costing, locations }))
      return places.map((place, n) => nearestOf(at(place), answer[n]?.edges ?? []))
    },

    async matrix(sources, targets) {
      const { durations, distances } = answered.matrix(
        await ask('sources_to_targets', {
          ...costing,
          sources: sources.map(wire),
          targets: targets.map(wire),
          units: 'kilometers',
          // Bare numbers: a tenth of the text.
          verbose: false,
        }),
      )
      if (durations.length !== sources.length || durations[0]?.length !== targets.length)
        throw new RoadsUnavailable(
          `got ${durations.length} × ${durations[0]?.length} pairs, wanted ${sources.length} × ${targets.length}`,
        )
      return (source, target) => {
        const seconds = durations[source]?.[target] ?? null
        const kilometres = distances[source]?.[target] ?? null
        if (seconds === null || kilometres === null) return NO_WAY
        return { durationS: Math.round(seconds), distanceM: Math.round(kilometres * 1000) }
      }
    },
  }

  /** Twice, because the first time may have ended its process: another begins at once. */
  async function ask(action: ValhallaAction, request: object): Promise<unknown> {
    try {
      return await valhalla.ask(action, request).catch((error: unknown) => {
        if (error instanceof RoadsUnavailable) return valhalla.ask(action, request)
        throw error
      })
    } catch (cause) {
      if (!(cause instanceof ValhallaRefusal)) throw cause
      throw new RoadsUnavailable(`Valhalla refuses ${action}: ${cause.message}`, { cause })
    }
  }
}

function nearestOf(
  place: LonLat,
  edges: readonly { readonly correlated_lon: number; readonly correlated_lat: number }[],
): number | null {
  const metres = edges.map(({ correlated_lon, correlated_lat }) =>
    distance([...place], [correlated_lon, correlated_lat], { units: 'meters' }),
  )
  return metres.length === 0 ? null : Math.round(Math.min(...metres))
}
