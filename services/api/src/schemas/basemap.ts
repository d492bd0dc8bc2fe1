import { z } from 'zod'

const noneSchema = z
  .object({ kind: z.literal('none') })
  .describe('Nothing was imported and nothing is set: draw a plain ground.')

const tilesSchema = z
  .object({
    kind: z.literal('tiles'),
    tiles: z.array(z.string()).describe('Addresses with {z}, {x} and {y} in them.'),
    bounds: z
      .tuple([z.number(), z.number(), z.number(), z.number()])
      .describe('West, south, east, north.'),
    minzoom: z.int(),
    maxzoom: z.int().describe('Closer than this, its tiles are drawn larger.'),
    attribution: z.string().describe('To be shown on the map.'),
  })
  .describe('Imported: vector tiles with the layers water, waterway, green, road and place.')

const styleSchema = z
  .object({ kind: z.literal('style'), url: z.string() })
  .describe('Set by the operator: a MapLibre style.')

const pmtilesSchema = z
  .object({ kind: z.literal('pmtiles'), url: z.string() })
  .describe('Set by the operator: PMTiles, read by ranges of bytes.')

/** The ground under the containers, and where pages get it from. */
export const basemapSchema = z
  .discriminatedUnion('kind', [noneSchema, tilesSchema, styleSchema, pmtilesSchema])
  .meta({ id: 'Basemap' })
