import type { CollectionRequest } from '@bakwacht/domain'
import { timeSchema, wireTime, wireTimeOrNull } from '@bakwacht/wire'
import { z } from 'zod'
import { idSchema } from './id.ts'
import { textSchema } from './text.ts'

export const requestSchema = z
  .object({
    id: z.string(),
    container_id: idSchema,
    kind: z.enum(['planner', 'reported_full']),
    note: z.string().nullable(),
    created_at: timeSchema,
    closed_at: timeSchema.nullable().describe('Closed when the container is emptied.'),
  })
  .meta({ id: 'CollectionRequest' })

export const newRequestSchema = z
  .strictObject({
    kind: z
      .enum(['planner', 'reported_full'])
      .default('planner')
      .describe('planner: a planner asks; reported_full: somebody called that it is full.'),
    note: textSchema(1000).trim().nullable().default(null),
  })
  .meta({
    id: 'NewCollectionRequest',
    examples: [{ kind: 'reported_full', note: 'bags beside the container' }],
  })

export const requestToWire = (request: CollectionRequest) => ({
  id: request.id,
  container_id: request.containerId,
  kind: request.kind,
  note: request.note,
  created_at: wireTime(request.createdAt),
  closed_at: wireTimeOrNull(request.closedAt),
})
