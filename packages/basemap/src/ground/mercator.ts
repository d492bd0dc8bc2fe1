// Places as pairs of whole numbers from 0 to 2³²: x to the east, y to the south, as the map is drawn
// (Web Mercator, EPSG:3857). One step is 9 mm at the equator.

export const WORLD = 2 ** 32
/** Beyond, the projection has no place. */
const MOST_LATITUDE = 85.0511287798066

export const xOf = (lon: number): number => within(WORLD * (lon / 360 + 0.5))

export function yOf(lat: number): number {
  const sine = Math.sin((Math.min(MOST_LATITUDE, Math.max(-MOST_LATITUDE, lat)) * Math.PI) / 180)
  return within(WORLD * (0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI))
}

export const lonOf = (x: number): number => 360 * (x / WORLD - 0.5)

export const latOf = (y: number): number =>
  (360 / Math.PI) * Math.atan(Math.exp((0.5 - y / WORLD) * 2 * Math.PI)) - 90

const within = (value: number) => Math.min(WORLD - 1, Math.max(0, Math.round(value)))
