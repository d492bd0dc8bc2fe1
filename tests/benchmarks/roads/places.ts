// Places to measure with: where containers could stand.
import type { LonLat, VehicleSize } from '@bakwacht/domain'
import type { TravelTimes } from '@bakwacht/roads'

/** Inside the extract of Leuven, Mechelen and Lier, away from its rim. */
const BOX = { west: 4.48, south: 50.9, width: 0.5, height: 0.22 }
const CORNERS = 20

let state = 1
/** The same numbers in every run. */
function random(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return state / 2 ** 32
}

export const scatteredPlaces = (count: number): readonly LonLat[] =>
  Array.from({ length: count }, () => [
    rounded(BOX.west + random() * BOX.width),
    rounded(BOX.south + random() * BOX.height),
  ])

/** On ways between scattered places: the next call gives others. */
export async function placesOnRoads(
  times: TravelTimes,
  vehicle: VehicleSize,
  count: number,
): Promise<readonly LonLat[]> {
  const legs = await times.route(scatteredPlaces(CORNERS), vehicle)
  const points = legs.flatMap(({ shape }) => shape)
  const chosen = new Map<string, LonLat>()
  while (chosen.size < count) {
    const point = points[Math.floor(random() * points.length)]
    if (point !== undefined) chosen.set(String(point), point)
  }
  return [...chosen.values()]
}

const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6
