import { useQuery } from '@tanstack/react-query'
import { containerAlertsQuery } from '../api/queries.ts'
import { words } from '../language/words.ts'
import { Failed } from '../parts/failed.tsx'
import { Waiting } from '../parts/status.tsx'
import { OpenAlert, PastAlert } from './alert-lines.tsx'
import type { Span } from './charts/view.ts'

interface AlertsProps {
  readonly id: string
  /** Shows a span in the charts. */
  readonly lookAt: (span: Span) => void
}

export function Alerts({ id, lookAt }: AlertsProps) {
  const said = words().container.alerts
  const alerts = useQuery(containerAlertsQuery(id))
  const open = alerts.data?.filter(({ status }) => status === 'open') ?? []
  const past = alerts.data?.filter(({ status }) => status === 'cleared') ?? []
  return (
    <section aria-labelledby="alerts">
      <h2 id="alerts">{said.title}</h2>
      {alerts.data === undefined ? (
        alerts.isError ? (
          <Failed again={alerts.refetch} />
        ) : (
          <Waiting />
        )
      ) : open.length === 0 ? (
        <p className="quiet">{said.none}</p>
      ) : (
        <ul className="rows">
          {open.map((alert) => (
            <li key={alert.id}>
              <OpenAlert alert={alert} lookAt={lookAt} />
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
                <PastAlert alert={alert} lookAt={lookAt} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
