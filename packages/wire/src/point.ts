import type { LonLat } from '@bakwacht/domain'
import { z } from 'zod'

export const pointSchema = z
  .strictObject({
    type: z.literal('Point'),
    coordinates: z.tuple([
      z.number().min(-180).max(180).describe('Longitude, degrees WGS 84.'),
      z.number().min(-90).max(90).describe('Latitude, degrees WGS 84.'),
    ]),
  })
  .meta({
    id: 'Point',
    description: 'A GeoJSON point: longitude first.',
    examples: [{ type: 'Point', coordinates: [4.7009, 50.8798] }],
  })

/** `[lon, lat]` as a GeoJSON point. */
export const wirePoint = ([lon, lat]: LonLat) => ({
  type: 'Point' as const,
  coordinates: [lon, lat] as [number, number],
})
