import { z } from 'zod'
import { idSchema } from './id.ts'

/** So many changes are shown one by one; the counts hold for all. */
export const MOST_CHANGES = 1000

const changeSchema = z.object({
  row: z.int().describe('Feature index from 0, or line from 1.'),
  id: idSchema,
  name: z.string(),
  created: z.boolean(),
  fields: z
    .array(
      z.object({
        field: z.string(),
        from: z.unknown().describe('As it is stored.'),
        to: z.unknown().describe('As the row says.'),
      }),
    )
    .describe('What would differ; empty when it is created.'),
})

export const reportSchema = z
  .object({
    dry_run: z.boolean(),
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    changes: z
      .array(changeSchema)
      .optional()
      .describe(`With dry_run: what would change, ${MOST_CHANGES} containers at most.`),
  })
  .meta({ id: 'ImportReport' })
