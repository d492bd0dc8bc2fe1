import { type Site, siteDefaults } from '@bakwacht/domain'
import { pointSchema, wirePoint } from '@bakwacht/wire'
import { z } from 'zod'
import { accessSchema } from './container.ts'
import { idSchema, nameSchema } from './id.ts'

const fields = {
  id: idSchema,
  name: nameSchema,
  location: pointSchema,
  site_min: z
    .number()
    .min(0)
    .max(480)
    .describe('Minutes once a visit, before each container’s own.'),
  access: accessSchema,
  active: z.boolean().describe('False: retired.'),
}

export const siteSchema = z
  .object(fields)
  .meta({ id: 'Site', description: 'A place with several containers, served together.' })

export const newSiteSchema = z
  .strictObject({
    ...fields,
    site_min: fields.site_min.default(siteDefaults.siteMin),
    access: fields.access.default([]),
    active: fields.active.default(true),
  })
  .meta({
    id: 'NewSite',
    description: 'Required: id, name, location.',
    examples: [
      { id: 'markt', name: 'Markt', location: { type: 'Point', coordinates: [4.701, 50.879] } },
    ],
  })

export const siteToWire = (site: Site) => ({
  id: site.id,
  name: site.name,
  location: wirePoint(site.location),
  site_min: site.siteMin,
  access: site.access.map(({ days, from, to }) => ({ days: [...days], from, to })),
  active: site.active,
})

export const siteFromWire = (wire: z.output<typeof newSiteSchema>): Site => ({
  id: wire.id,
  name: wire.name,
  location: wire.location.coordinates,
  siteMin: wire.site_min,
  access: wire.access,
  active: wire.active,
})
