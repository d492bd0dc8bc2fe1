import type { Alert } from '@bakwacht/api/contract'

const SEVERITIES: readonly Alert['severity'][] = ['alarm', 'warning', 'notice']

export const severityRank = ({ severity }: Pick<Alert, 'severity'>): number =>
  SEVERITIES.indexOf(severity)

/** Alarms before warnings before notices; what nobody has seen before what somebody has; then the newest. */
export const worstFirst = (alerts: readonly Alert[]): readonly Alert[] =>
  alerts.toSorted(
    (a, b) =>
      severityRank(a) - severityRank(b) ||
      Number(a.acked_at !== null) - Number(b.acked_at !== null) ||
      b.raised_at.localeCompare(a.raised_at),
  )
