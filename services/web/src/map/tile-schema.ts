// What vector tiles call things: those that were imported here, and the two kinds that PMTiles hold.
import type { ExpressionSpecification } from 'maplibre-gl'

interface Things {
  readonly layer: string
  readonly only?: ExpressionSpecification
}

export interface TileSchema {
  readonly water: readonly Things[]
  readonly green: readonly Things[]
  readonly road: string
  /** Makes motorway, primary, secondary, minor or path of a road. */
  readonly roadClass: ExpressionSpecification
  readonly place: Things
  /** Makes a number of a place: the smaller, the more important. */
  readonly placeRank: ExpressionSpecification
}

export const IMPORTED: TileSchema = {
  water: [{ layer: 'water' }, { layer: 'waterway' }],
  green: [{ layer: 'green' }],
  road: 'road',
  roadClass: ['get', 'class'],
  place: { layer: 'place' },
  placeRank: ['coalesce', ['get', 'rank'], 9],
}

const PROTOMAPS: TileSchema = {
  water: [{ layer: 'water' }],
  green: [
    {
      layer: 'landuse',
      only: ['in', ['get', 'kind'], ['literal', ['park', 'forest', 'wood', 'grass', 'meadow']]],
    },
  ],
  road: 'roads',
  roadClass: [
    'match',
    ['get', 'kind'],
    'highway',
    'motorway',
    'major_road',
    'primary',
    'medium_road',
    'secondary',
    'minor_road',
    'minor',
    'path',
  ],
  place: { layer: 'places', only: ['==', ['get', 'kind'], 'locality'] },
  placeRank: ['-', 20, ['coalesce', ['get', 'population_rank'], 0]],
}

const OPEN_MAP_TILES: TileSchema = {
  water: [{ layer: 'water' }, { layer: 'waterway' }],
  green: [
    { layer: 'landcover', only: ['in', ['get', 'class'], ['literal', ['wood', 'grass']]] },
    { layer: 'park' },
  ],
  road: 'transportation',
  roadClass: [
    'match',
    ['get', 'class'],
    ['motorway', 'trunk'],
    'motorway',
    'primary',
    'primary',
    ['secondary', 'tertiary'],
    'secondary',
    ['minor', 'service'],
    'minor',
    'path',
  ],
  place: { layer: 'place' },
  placeRank: ['coalesce', ['get', 'rank'], 20],
}

/** @param layers the names of the layers that the tiles have */
export function tileSchema(layers: readonly string[]): TileSchema {
  if (layers.includes('transportation')) return OPEN_MAP_TILES
  return layers.includes('roads') ? PROTOMAPS : IMPORTED
}
