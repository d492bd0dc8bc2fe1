// An alert: what it says, since when, who has seen it, and the readings it came from.
import type { Alert } from '@bakwacht/api/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ask, segment } from '../api/ask.ts'
import { useMay } from '../api/may.ts'
import { moment } from '../language/format.ts'
import { words } from '../language/words.ts'
import { refusal } from '../parts/refusal.ts'
import { Status } from '../parts/status.tsx'
import { DAY, type Span } from './charts/view.ts'
import { refreshContainer } from './refresh.ts'

interface AlertProps {
  readonly alert: Alert
  readonly lookAt: (span: Span) => void
}

export function OpenAlert({ alert, lookAt }: AlertProps) {
  const said = words().container.alerts
  const mayAcknowledge = useMay('planner')
  const client = useQueryClient()
  const acknowledge = useMutation({
    mutationFn: () => ask(`/alerts/${segment(alert.id)}/ack`, { method: 'POST' }),
    onSuccess: () => refreshContainer(client),
  })
  return (
    <>
      <div>
        <p>
          <strong className={alert.severity === 'notice' ? '' : 'fault'}>
            {said.severity[alert.severity]}
          </strong>{' '}
          {alert.text}
        </p>
        <p className="quiet">
          {said.since(moment(alert.raised_at))}
          {alert.acked_at !== null &&
            ` · ${said.seen(alert.acked_by ?? '', moment(alert.acked_at))}`}
        </p>
        <Status fault={refusal(acknowledge.error)} />
      </div>
      <Look alert={alert} lookAt={lookAt} />
      {alert.acked_at === null && mayAcknowledge && (
        <button type="button" disabled={acknowledge.isPending} onClick={() => acknowledge.mutate()}>
          {said.acknowledge}
        </button>
      )}
    </>
  )
}

export function PastAlert({ alert, lookAt }: AlertProps) {
  const said = words().container.alerts
  return (
    <>
      <div>
        <p>{alert.text}</p>
        <p className="quiet">
          {said.lasted(moment(alert.raised_at), moment(alert.cleared_at ?? alert.raised_at))}
        </p>
      </div>
      <Look alert={alert} lookAt={lookAt} />
    </>
  )
}

/** The readings that it came from, and those after it. */
const Look = ({ alert, lookAt }: AlertProps) => (
  <button type="button" onClick={() => lookAt(aroundOf(alert))}>
    {words().container.alerts.look}
  </button>
)

function aroundOf({ raised_at: raised, cleared_at: cleared }: Alert): Span {
  const from = Date.parse(raised)
  return { from: from - 3 * DAY, to: (cleared === null ? from : Date.parse(cleared)) + DAY }
}
