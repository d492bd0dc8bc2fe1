// JSON Schema 2020-12, for authors who validate what they are about to send.
import { eventSchemas, partSchemas } from '@bakwacht/wire'
import { z } from 'zod'
import { deviceConfig } from '../config.ts'
import { telemetryMessage } from '../payload.ts'
import { deviceStatus } from '../status.ts'

type JsonSchema = Readonly<Record<string, unknown>>

const draft = { target: 'draft-2020-12', io: 'input' } as const

/** One self-contained schema a message. */
export const schemas = (): Record<'telemetry' | 'status' | 'config', JsonSchema> => ({
  telemetry: z.toJSONSchema(telemetryMessage, draft),
  status: z.toJSONSchema(deviceStatus, draft),
  config: z.toJSONSchema(deviceConfig, draft),
})

/** What the backend tells, as schemas that refer to each other where AsyncAPI keeps them. */
export function eventPayloads(): Record<string, JsonSchema> {
  const named = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries({ ...eventSchemas, ...partSchemas }))
    named.add(schema, { id })
  const { schemas } = z.toJSONSchema(named, {
    target: 'draft-2020-12',
    io: 'output',
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ jsonSchema }) => {
      // More keys may come: who listens ignores those that he does not know.
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
      // `format` says it shorter.
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern
    },
  })
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]),
  )
}
