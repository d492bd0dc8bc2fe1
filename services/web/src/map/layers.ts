// What lies on the ground: runs, then their stops, then the containers, then what is chosen.
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { Palette } from './palette.ts'
import { HUES } from './vehicle-hue.ts'

export const DEPOTS = 'depots'
export const BINS = 'bins'
export const RUNS = 'runs'
export const STOPS = 'stops'
export const CHOSEN = 'chosen'

const HUE = ['get', 'hue'] satisfies ExpressionSpecification
const IS_LINE = ['==', ['geometry-type'], 'LineString'] satisfies ExpressionSpecification
const IS_POINT = ['==', ['geometry-type'], 'Point'] satisfies ExpressionSpecification
const FADED_IF_DRIVEN = ['case', ['get', 'driven'], 0.35, 1] satisfies ExpressionSpecification
/** Neither looks for room: every container is drawn, whatever lies beneath. */
const ALWAYS = { 'icon-allow-overlap': true, 'icon-ignore-placement': true } as const

/** @param wholeFrom the zoom from which marks have room for their numbers; below it they are dots */
export function fleetLayers(palette: Palette, wholeFrom: number): LayerSpecification[] {
  return [...runLayers(palette), DEPOT_LAYER, ...stopLayers(wholeFrom), ...binLayers(wholeFrom)]
}

const runLayers = (palette: Palette): LayerSpecification[] => [
  {
    id: 'run-edges',
    type: 'line',
    source: RUNS,
    filter: IS_LINE,
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': palette.ground, 'line-width': 7, 'line-opacity': FADED_IF_DRIVEN },
  },
  {
    id: 'run-lines',
    type: 'line',
    source: RUNS,
    filter: IS_LINE,
    layout: { 'line-cap': 'butt', 'line-join': 'round' },
    paint: {
      'line-color': hueColour(palette),
      'line-width': 4,
      'line-opacity': FADED_IF_DRIVEN,
      'line-dasharray': ['case', ['get', 'dashed'], ['literal', [2, 1]], ['literal', [1, 0]]],
    },
  },
  {
    id: 'run-ticks',
    type: 'symbol',
    source: RUNS,
    filter: IS_LINE,
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 80,
      'icon-image': ['concat', 'tick-', HUE],
      ...ALWAYS,
    },
    paint: { 'icon-opacity': FADED_IF_DRIVEN },
  },
]

const DEPOT_LAYER: LayerSpecification = {
  id: DEPOTS,
  type: 'symbol',
  source: DEPOTS,
  layout: { 'icon-image': 'depot', ...ALWAYS },
}

/** Numbers of stops have room before those of all containers have. */
export const stopsFrom = (wholeFrom: number): number => wholeFrom - 1

const stopLayers = (wholeFrom: number): LayerSpecification[] => [
  {
    id: STOPS,
    type: 'symbol',
    source: RUNS,
    filter: IS_POINT,
    minzoom: stopsFrom(wholeFrom),
    layout: { 'icon-image': ['get', 'image'], 'icon-offset': [-17, -15], ...ALWAYS },
    paint: { 'icon-opacity': FADED_IF_DRIVEN },
  },
]

const DOT = ['concat', 'dot-', ['get', 'mark']] satisfies ExpressionSpecification

/** So many zooms earlier, what must be emptied and what alarms has room already. */
const URGENT_EARLIER = 2

/** A whole mark; from afar a dot of the same shape and colour, and first of all for what can wait. */
export const binImage = (wholeFrom: number): ExpressionSpecification => [
  'step',
  ['zoom'],
  DOT,
  wholeFrom - URGENT_EARLIER,
  ['match', ['get', 'mark'], ['must', 'alarm'], ['get', 'image'], DOT],
  wholeFrom,
  ['get', 'image'],
]

const binLayers = (wholeFrom: number): LayerSpecification[] => [
  {
    id: BINS,
    type: 'symbol',
    source: BINS,
    layout: {
      'icon-image': binImage(wholeFrom),
      'symbol-sort-key': ['get', 'rank'],
      ...ALWAYS,
    },
  },
  {
    id: 'chosen-ring',
    type: 'symbol',
    source: CHOSEN,
    layout: { 'icon-image': 'chosen', ...ALWAYS },
  },
  {
    id: CHOSEN,
    type: 'symbol',
    source: CHOSEN,
    layout: { 'icon-image': ['get', 'image'], ...ALWAYS },
  },
]

function hueColour(palette: Palette): ExpressionSpecification {
  const colours = Array.from({ length: HUES }, (_, at) => [
    at + 1,
    palette[`run-${at + 1}` as keyof Palette],
  ]).flat()
  return ['match', HUE, ...colours, palette.text] as unknown as ExpressionSpecification
}
