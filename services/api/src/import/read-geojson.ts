import { z } from 'zod'
import { fieldErrors } from '../server/field-errors.ts'
import { Problem } from '../server/problem.ts'
import type { Row } from './row.ts'

const collectionSchema = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      id: z.union([z.string(), z.number()]).optional(),
      geometry: z.unknown().optional(),
      properties: z.record(z.string(), z.unknown()).nullable(),
    }),
  ),
})

/** Features become rows: the properties are the container's fields, the geometry is its location. */
export function readGeoJson(text: string): readonly Row[] {
  const data = parseJson(text)
  const collection = collectionSchema.safeParse(data)
  if (!collection.success) {
    const errors = fieldErrors('body', collection.error.issues, data)
    throw new Problem('import_rejected', 'wanted a GeoJSON FeatureCollection', { errors })
  }
  return collection.data.features.map(({ id, geometry, properties }, row) => ({
    row,
    fields: {
      ...(id !== undefined && { id: String(id) }),
      ...properties,
      // A feature without a place leaves a container where it is.
      ...((geometry ?? undefined) !== undefined && { location: geometry }),
    },
  }))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (err) {
    throw new Problem('malformed_body', `not JSON: ${(err as SyntaxError).message}`)
  }
}
