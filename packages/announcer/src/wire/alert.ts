import type { Alert } from '@bakwacht/domain'
import { time, timeOrNull } from './time.ts'

export const alertOnWire = (alert: Alert) => ({
  id: alert.id,
  container_id: alert.containerId,
  kind: alert.kind,
  severity: alert.severity,
  status: alert.status,
  raised_at: time(alert.raisedAt),
  cleared_at: timeOrNull(alert.clearedAt),
  notified: alert.notified,
  acked_at: timeOrNull(alert.ackedAt),
  acked_by: alert.ackedBy,
  evidence: alert.evidence,
})
