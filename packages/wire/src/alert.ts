import { ALERT_KINDS, type Alert } from '@bakwacht/domain'
import { z } from 'zod'
import { evidenceSchema } from './reason.ts'
import { timeSchema, wireTime, wireTimeOrNull } from './time.ts'

/** An episode: raised once, cleared once. Its sentence is for those who have a language. */
export const alertSchema = z.object({
  id: z.string(),
  container_id: z.string(),
  kind: z.enum(ALERT_KINDS),
  severity: z.enum(['notice', 'warning', 'alarm']).describe('An alarm needs a person.'),
  status: z
    .enum(['open', 'cleared', 'retracted'])
    .describe('retracted: late readings showed that it never was.'),
  raised_at: timeSchema.describe('In observed time.'),
  cleared_at: timeSchema.nullable(),
  notified: z.boolean().describe('False: it was over before its readings arrived.'),
  acked_at: timeSchema.nullable(),
  acked_by: z.string().nullable(),
  evidence: evidenceSchema,
})

export const alertToWire = (alert: Alert) => ({
  id: alert.id,
  container_id: alert.containerId,
  kind: alert.kind,
  severity: alert.severity,
  status: alert.status,
  raised_at: wireTime(alert.raisedAt),
  cleared_at: wireTimeOrNull(alert.clearedAt),
  notified: alert.notified,
  acked_at: wireTimeOrNull(alert.ackedAt),
  acked_by: alert.ackedBy,
  evidence: { ...alert.evidence },
})
