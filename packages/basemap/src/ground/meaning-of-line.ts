// Roads, and water too narrow to be an area (https://wiki.openstreetmap.org/wiki/Key:highway, Key:waterway).
import type { Tags } from '../osm/read-block.ts'
import type { Meaning } from './feature.ts'

type Row = readonly [name: string, from: number]

/** Class, and the zoom from which on it is drawn. */
const ROADS: Readonly<Record<string, Row>> = {
  motorway: ['motorway', 6],
  motorway_link: ['motorway', 11],
  trunk: ['motorway', 6],
  trunk_link: ['motorway', 11],
  primary: ['primary', 7],
  primary_link: ['primary', 12],
  secondary: ['secondary', 9],
  secondary_link: ['secondary', 13],
  tertiary: ['secondary', 11],
  tertiary_link: ['secondary', 13],
  unclassified: ['minor', 12],
  residential: ['minor', 13],
  living_street: ['minor', 13],
  road: ['minor', 13],
  pedestrian: ['minor', 13],
  busway: ['minor', 13],
  service: ['minor', 14],
  track: ['path', 14],
  cycleway: ['path', 14],
  footway: ['path', 14],
  bridleway: ['path', 14],
  path: ['path', 14],
  steps: ['path', 14],
}

const WATERWAYS: Readonly<Record<string, Row>> = {
  river: ['river', 8],
  canal: ['canal', 9],
  stream: ['stream', 13],
  ditch: ['stream', 14],
  drain: ['stream', 14],
}

const NAMES_FROM = { road: 12, waterway: 11 } as const

export function meaningOfLine(tags: Tags): Meaning | undefined {
  const road = ROADS[tags.get('highway') ?? '']
  if (road !== undefined && tags.get('area') !== 'yes')
    return meaning('road', road, tags.get('name') ?? tags.get('ref'))
  const waterway = WATERWAYS[tags.get('waterway') ?? '']
  if (waterway !== undefined && !isCovered(tags))
    return meaning('waterway', waterway, tags.get('name'))
  return undefined
}

const meaning = (
  layer: 'road' | 'waterway',
  [name, from]: Row,
  called: string | undefined,
): Meaning => ({
  ...{ layer, from, nameFrom: NAMES_FROM[layer] },
  properties: { class: name },
  name: called,
})

const isCovered = (tags: Tags) => (tags.get('tunnel') ?? 'no') !== 'no'
