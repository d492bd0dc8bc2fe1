// JSON Schema 2020-12, for authors who validate what they are about to send.
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
