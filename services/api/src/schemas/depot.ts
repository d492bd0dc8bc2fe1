import { type Depot, depotDefaults } from '@bakwacht/domain'
import { pointSchema, wirePoint } from '@bakwacht/wire'
import { z } from 'zod'
import { idSchema, nameSchema } from './id.ts'
import { clockRangeSchema } from './time.ts'

const fields = {
  id: idSchema,
  name: nameSchema,
  location: pointSchema,
  unload_min: z.number().min(0).max(480).describe('Minutes to unload a vehicle.'),
  open: clockRangeSchema.describe('Local hours in which unloading is possible.'),
  active: z.boolean().describe('False: retired.'),
}

export const depotSchema = z
  .object(fields)
  .meta({ id: 'Depot', description: 'Where vehicles start, unload and end.' })

export const newDepotSchema = z
  .strictObject({
    ...fields,
    unload_min: fields.unload_min.default(depotDefaults.unloadMin),
    open: fields.open.default({ ...depotDefaults.open }),
    active: fields.active.default(true),
  })
  .meta({
    id: 'NewDepot',
    description: 'Required: id, name, location.',
    examples: [
      { id: 'leuven', name: 'Leuven', location: { type: 'Point', coordinates: [4.72, 50.89] } },
    ],
  })

export const depotToWire = (depot: Depot) => ({
  id: depot.id,
  name: depot.name,
  location: wirePoint(depot.location),
  unload_min: depot.unloadMin,
  open: { ...depot.open },
  active: depot.active,
})

export const depotFromWire = (wire: z.output<typeof newDepotSchema>): Depot => ({
  id: wire.id,
  name: wire.name,
  location: wire.location.coordinates,
  unloadMin: wire.unload_min,
  open: wire.open,
  active: wire.active,
})
