import type { Rejection } from '@bakwacht/telemetry'
import { timeSchema, wireTime } from '@bakwacht/wire'
import { z } from 'zod'

export const rejectionSchema = z
  .object({
    id: z.int(),
    at: timeSchema.describe('When it was received.'),
    device_id: z.string().nullable(),
    topic: z.string(),
    code: z.string().describe('Stable: clients decide by it.'),
    reason: z.string().describe('The code, and in words what was got and wanted.'),
    item: z.int().nullable().describe('Index in the array; null: the whole message.'),
    payload_text: z.string().nullable().describe('The first 1,024 bytes, if they are text.'),
    payload_base64: z.string().describe('The first 1,024 bytes.'),
    payload_bytes: z.int().describe('How long it was.'),
  })
  .meta({ id: 'Rejection' })

export const rejectionToWire = (rejection: Rejection) => ({
  id: rejection.id,
  at: wireTime(rejection.at),
  device_id: rejection.deviceId,
  topic: rejection.topic,
  code: codeOf(rejection.reason),
  reason: rejection.reason,
  item: rejection.item,
  payload_text: textOf(rejection.payload),
  payload_base64: Buffer.from(rejection.payload).toString('base64'),
  payload_bytes: rejection.payloadBytes,
})

/** The log keeps `code: words`. */
const codeOf = (reason: string): string => reason.split(':', 1)[0] ?? reason

/** The excerpt may end within a character, so only what stands before counts. */
function textOf(payload: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(payload, { stream: true })
  } catch {
    return null
  }
}
