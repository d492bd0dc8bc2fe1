import type { Alert } from '@bakwacht/api/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ask, segment } from '../api/ask.ts'
import { useMay } from '../api/may.ts'
import { containerAlertsQuery } from '../api/queries.ts'
import { moment } from '../language/format.ts'
import { words } from '../language/words.ts'
import { Failed } from '../parts/failed.tsx'
import { refusal } from '../parts/refusal.ts'
import { Status, Waiting } from '../parts/status.tsx'
import { refreshContainer } from './refresh.ts'

export function Alerts({ id }: { readonly id: string }) {
  const said = words().container.alerts
  const alerts = useQuery(containerAlertsQuery(id))
  const open = alerts.data?.filter(({ status }) => status === 'open') ?? []
  const past = alerts.data?.filter(({ status }) => status === 'cleared') ?? []
  return (
    <section aria-labelledby="alerts">
      <h2 id="alerts">{said.title}</h2>
      {alerts.isError ? (
        <Failed again={alerts.refetch} />
      ) : alerts.data === undefined ? (
        <Waiting />
      ) : open.length === 0 ? (
        <p className="quiet">{said.none}</p>
      ) : (
        <ul className="rows">
          {open.map((alert) => (
            <li key={alert.id}>
              <OpenAlert alert={alert} />
            </li>
          ))}
        </ul>
      )}
      {past.length > 0 && (
        <details>
          <summary>{said.past(past.length)}</summary>
          <ul className="rows">
            {past.map((alert) => (
              <li key={alert.id}>
                <div>
                  <p>{alert.text}</p>
                  <p className="quiet">
                    {said.lasted(moment(alert.raised_at), moment(alert.cleared_at ?? ''))}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function OpenAlert({ alert }: { readonly alert: Alert }) {
  const said = words().container.alerts
  const edit = useMay('planner')
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
      {alert.acked_at === null && edit && (
        <button type="button" disabled={acknowledge.isPending} onClick={() => acknowledge.mutate()}>
          {said.acknowledge}
        </button>
      )}
    </>
  )
}
