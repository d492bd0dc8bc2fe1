// Water and green as areas. How far away they are still drawn is decided by their size, when they are cut.
import type { Tags } from '../osm/read-block.ts'
import type { Meaning } from './feature.ts'

const WATER: Readonly<Record<string, readonly string[]>> = {
  natural: ['water', 'bay'],
  waterway: ['riverbank', 'dock'],
  landuse: ['reservoir', 'basin'],
}

const GREEN: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  wood: { natural: ['wood'], landuse: ['forest'] },
  park: {
    leisure: ['park', 'garden', 'golf_course', 'nature_reserve', 'recreation_ground', 'pitch'],
    landuse: ['recreation_ground', 'village_green', 'cemetery', 'allotments'],
  },
  grass: {
    landuse: ['grass', 'meadow', 'orchard', 'vineyard'],
    natural: ['grassland', 'heath', 'scrub', 'wetland'],
  },
}

const FROM = 6

export function meaningOfArea(tags: Tags): Meaning | undefined {
  if (isOneOf(WATER, tags)) return { layer: 'water', properties: {}, from: FROM }
  const green = Object.entries(GREEN).find(([, values]) => isOneOf(values, tags))
  return green && { layer: 'green', properties: { class: green[0] }, from: FROM }
}

const isOneOf = (wanted: Readonly<Record<string, readonly string[]>>, tags: Tags) =>
  Object.entries(wanted).some(([key, values]) => values.includes(tags.get(key) ?? ''))
