// The ground's layers, from below: land, green, water, roads by importance, names of places.
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { GroundColours } from './ground-colours.ts'
import type { TileSchema } from './tile-schema.ts'

export const GROUND = 'ground'

export const land = ({ land: colour }: GroundColours): LayerSpecification => ({
  id: 'land',
  type: 'background',
  paint: { 'background-color': colour },
})

export const groundLayers = (colours: GroundColours, schema: TileSchema): LayerSpecification[] => [
  ...areas('green', schema.green, colours.green),
  ...areas('water', schema.water, colours.water),
  ...waterways(schema, colours),
  ...roads(schema, colours),
  roadNames(schema, colours),
  places(schema, colours),
]

const areas = (name: string, things: TileSchema['water'], colour: string): LayerSpecification[] =>
  things.map(({ layer, only }) => ({
    id: `${name}-${layer}`,
    type: 'fill',
    source: GROUND,
    'source-layer': layer,
    filter: ['all', ['==', ['geometry-type'], 'Polygon'], only ?? true],
    paint: { 'fill-color': colour, 'fill-antialias': false },
  }))

const waterways = ({ water }: TileSchema, colours: GroundColours): LayerSpecification[] =>
  water.map(({ layer }) => ({
    id: `rivers-${layer}`,
    type: 'line',
    source: GROUND,
    'source-layer': layer,
    filter: ['==', ['geometry-type'], 'LineString'],
    paint: { 'line-color': colours.water, 'line-width': byZoom([8, 1], [14, 3]) },
  }))

/** Narrow before wide: a motorway is drawn over the lanes that it crosses. */
const ROADS = [
  { name: 'path', from: 14, widths: [14, 0.6, 18, 2] },
  { name: 'minor', from: 12, widths: [12, 0.5, 18, 9] },
  { name: 'secondary', from: 9, widths: [9, 0.6, 18, 12] },
  { name: 'primary', from: 7, widths: [7, 0.6, 18, 15] },
  { name: 'motorway', from: 5, widths: [5, 0.6, 18, 18] },
] as const

const roads = ({ road, roadClass }: TileSchema, colours: GroundColours): LayerSpecification[] =>
  ROADS.map(({ name, from, widths: [near, thin, far, thick] }) => ({
    id: `road-${name}`,
    type: 'line',
    source: GROUND,
    'source-layer': road,
    minzoom: from,
    filter: ['==', roadClass, name],
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': name === 'motorway' || name === 'primary' ? colours.bigRoad : colours.road,
      'line-width': byZoom([near, thin], [far, thick]),
    },
  }))

/** Drawn by the browser: no letters are loaded from anywhere. */
const FONT = ['system-ui', 'sans-serif']

const roadNames = ({ road }: TileSchema, colours: GroundColours): LayerSpecification => ({
  id: 'road-names',
  type: 'symbol',
  source: GROUND,
  'source-layer': road,
  minzoom: 14,
  filter: ['has', 'name'],
  layout: {
    'symbol-placement': 'line',
    'text-field': ['get', 'name'],
    'text-font': FONT,
    'text-size': 11,
    'text-max-angle': 30,
  },
  paint: ink(colours),
})

const places = (schema: TileSchema, colours: GroundColours): LayerSpecification => ({
  id: 'places',
  type: 'symbol',
  source: GROUND,
  'source-layer': schema.place.layer,
  filter: schema.place.only ?? true,
  layout: {
    'text-field': ['coalesce', ['get', 'name'], ''],
    'text-font': FONT,
    'text-size': byZoom([8, 12], [14, 15]),
    'text-padding': 12,
    'text-max-width': 8,
    'symbol-sort-key': schema.placeRank,
  },
  paint: ink(colours),
})

const ink = (colours: GroundColours) => ({
  'text-color': colours.name,
  'text-halo-color': colours.nameEdge,
  'text-halo-width': 1.5,
})

function byZoom(
  [near, thin]: readonly [number, number],
  [far, thick]: readonly [number, number],
): ExpressionSpecification {
  return ['interpolate', ['exponential', 1.5], ['zoom'], near, thin, far, thick]
}
