// Travel times on roads: what the cache knows, and Valhalla's word for the rest.
import { decodePolyline, type LonLat } from '@bakwacht/domain'
import type { PairCache } from '../pairs/pair-cache.ts'
import {
  assertOnEarth,
  NoWay,
  RoadsUnavailable,
  type RouteLeg,
  type TravelTimes,
  type VehicleProfile,
} from '../travel-times.ts'
import { answered } from './answers.ts'
import { askingAbout } from './asking.ts'
import { costingOf } from './costing.ts'
import { findMatrix, findOffRoad, findPairs, type PairFinderOptions } from './pair-finder.ts'
import { type Valhalla, ValhallaRefusal } from './valhalla.ts'

export interface RoadTimesOptions {
  readonly valhalla: Valhalla
  readonly cache: PairCache
  /** Tells one map from another: the pairs of one are worth nothing on the next. */
  readonly map: string
}

/** Places that one route request may name: a server's own limit for trucks. */
const ROUTE_POINTS = 20

export function roadTimes({ valhalla, cache, map }: RoadTimesOptions): TravelTimes {
  return {
    kind: 'roads',

    async matrix(points, profile, options = {}) {
      const about = finding(points, profile)
      return findMatrix(about, await findOffRoad(about, options.signal), options)
    },

    async prepare(points, profile, options = {}) {
      const about = finding(points, profile)
      await findPairs(about, await findOffRoad(about, options.signal), options)
    },

    async route(points, profile) {
      assertOnEarth(points)
      const legs: RouteLeg[] = []
      for (let from = 0; from < points.length - 1; from += ROUTE_POINTS - 1)
        legs.push(...(await routeAlong(points.slice(from, from + ROUTE_POINTS), profile)))
      return legs
    },
  }

  function finding(points: readonly LonLat[], profile: VehicleProfile): PairFinderOptions {
    assertOnEarth(points)
    return {
      asking: askingAbout(points, profile, valhalla),
      space: cache.space(map, JSON.stringify(costingOf(profile)), points.map(placeKey)),
    }
  }

  async function routeAlong(
    points: readonly LonLat[],
    profile: VehicleProfile,
  ): Promise<readonly RouteLeg[]> {
    const answer = await valhalla
      .ask('route', {
        ...costingOf(profile),
        locations: points.map(([lon, lat]) => ({ lon, lat, type: 'break' })),
        units: 'kilometers',
        directions_type: 'none',
      })
      .catch((error: unknown) => {
        if (error instanceof ValhallaRefusal) throw new NoWay(error.message, { cause: error })
        throw error
      })
    const legs = answered.route(answer)
    if (legs.length !== points.length - 1)
      throw new RoadsUnavailable(`got ${legs.length} legs, wanted ${points.length - 1}`)
    return legs.map(({ shape, summary }) => ({
      distanceM: Math.round(summary.length * 1000),
      durationS: Math.round(summary.time),
      shape: decodePolyline(shape),
    }))
  }
}

/** A tenth of a metre: closer together, two places are one. */
const placeKey = ([lon, lat]: LonLat): string => `${lon.toFixed(6)},${lat.toFixed(6)}`
