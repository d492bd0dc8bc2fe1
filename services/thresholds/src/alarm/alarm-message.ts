import { type Alert, alertText } from '@bakwacht/domain'
import type { LoggedEvent } from '@bakwacht/registry'

/** What the webhook is told of an alarm, as JSON. */
export interface AlarmMessage {
  readonly event_id: number
  readonly alert_id: string
  readonly container_id: string
  readonly kind: string
  readonly severity: string
  readonly status: string
  readonly raised_at: string
  readonly cleared_at: string | null
  readonly text: string
  readonly evidence: Alert['evidence']
}

/** `undefined`: not an alarm, or nothing that people have to be told of. */
export function alarmMessageOf(event: LoggedEvent, timezone: string): AlarmMessage | undefined {
  if (event.kind !== 'alert') return undefined
  const alert = event.payload as unknown as Alert
  const acknowledged = alert.status === 'open' && alert.ackedAt !== null
  if (alert.severity !== 'alarm' || !alert.notified || acknowledged) return undefined
  return {
    event_id: event.id,
    alert_id: alert.id,
    container_id: alert.containerId,
    kind: alert.kind,
    severity: alert.severity,
    status: alert.status,
    raised_at: new Date(alert.raisedAt).toISOString(),
    cleared_at: alert.clearedAt === null ? null : new Date(alert.clearedAt).toISOString(),
    text: alertText(alert, 'en', { timezone }),
    evidence: alert.evidence,
  }
}
