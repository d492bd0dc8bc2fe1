// What lies under the containers: a plain ground, tiles from here or a file of them, or a style set elsewhere.
import type { Basemap } from '@bakwacht/api/contract'
import type { StyleSpecification, VectorSourceSpecification } from 'maplibre-gl'
import type { GroundColours } from './ground-colours.ts'
import { GROUND, groundLayers, land } from './ground-layers.ts'
import { IMPORTED, type TileSchema, tileSchema } from './tile-schema.ts'

export interface Ground {
  /** A style, or the address of one. */
  readonly style: StyleSpecification | string
  /** To be shown on the map, as plain text; a style of elsewhere says its own. */
  readonly attribution?: string
}

export async function groundOf(basemap: Basemap, colours: GroundColours): Promise<Ground> {
  switch (basemap.kind) {
    case 'none':
      return plainGround(colours)
    case 'style':
      return { style: basemap.url }
    case 'tiles': {
      const { tiles, bounds, minzoom, maxzoom, attribution } = basemap
      // In a worker an address needs its host.
      const here = tiles.map((path) => `${location.origin}${path}`)
      const source = { type: 'vector', tiles: here, bounds, minzoom, maxzoom } as const
      return { style: tileStyle(colours, IMPORTED, source), attribution }
    }
    case 'pmtiles': {
      const { openPmtiles } = await import('./open-pmtiles.ts')
      const { url, layers, attribution } = await openPmtiles(basemap.url)
      const source = { type: 'vector', url } as const
      return { style: tileStyle(colours, tileSchema(layers), source), attribution }
    }
  }
}

export const plainGround = (colours: GroundColours): Ground => ({
  style: { version: 8, sources: {}, layers: [land(colours)] },
})

const tileStyle = (
  colours: GroundColours,
  schema: TileSchema,
  source: VectorSourceSpecification,
): StyleSpecification => ({
  version: 8,
  sources: { [GROUND]: source },
  layers: [land(colours), ...groundLayers(colours, schema)],
})
