// Which ground the pages draw: what the operator set goes before what was imported.
import type { BasemapFacts } from '@bakwacht/basemap'
import type { SetBasemap } from '@bakwacht/runtime'
import type { z } from 'zod'
import type { basemapSchema } from '../schemas/basemap.ts'

/** Where a file of PMTiles that stands on this machine is read from. */
export const PMTILES_PATH = '/basemap.pmtiles'

/** @param imported `undefined`: nothing was */
export function shownBasemap(
  set: SetBasemap | undefined,
  imported: BasemapFacts | undefined,
): z.output<typeof basemapSchema> {
  if (set?.kind === 'file') return { kind: 'pmtiles', url: `/api/v1${PMTILES_PATH}` }
  if (set !== undefined) return set
  if (imported === undefined) return { kind: 'none' }
  const { identity, bounds, minZoom, maxZoom, attribution } = imported
  return {
    kind: 'tiles',
    tiles: [`/api/v1/basemap/{z}/{x}/{y}?v=${encodeURIComponent(identity)}`],
    bounds: [...bounds],
    minzoom: minZoom,
    maxzoom: maxZoom,
    attribution,
  }
}

/** Where else than here pages load the map from; `undefined`: nowhere. */
export const basemapOrigin = (set: SetBasemap | undefined): string | undefined =>
  set === undefined || set.kind === 'file' ? undefined : new URL(set.url).origin
