// What is wrong, the worst first.
import type { Alert } from '@bakwacht/api/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { ask, segment } from '../../api/ask.ts'
import { openAlertsQuery } from '../../api/queries.ts'
import { moment, number } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import { Failed } from '../../parts/failed.tsx'
import { binName, useDesk } from '../desk-context.ts'
import { worstFirst } from './worst-first.ts'
import './alerts.css'

const AT_ONCE = 50

export function AlertList() {
  const said = words().desk.alerts
  const alerts = useQuery(openAlertsQuery)
  const [isOpen, setOpen] = useState(false)
  if (alerts.isError && alerts.data === undefined) return <Failed again={alerts.refetch} />
  const open = worstFirst(alerts.data ?? [])
  const [worst] = open
  return (
    <details
      className="drawer alerts"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <h2>
          {said.title} ({number(open.length)})
        </h2>
        <p className="quiet">{open.length === 0 ? said.none : countsOf(open)}</p>
        {worst && worst.acked_at === null && (
          <p className="worst">
            <Severity alert={worst} /> <BinName alert={worst} /> · {worst.text}
          </p>
        )}
      </summary>
      {isOpen && <Rows alerts={open} />}
    </details>
  )
}

function Rows({ alerts }: { readonly alerts: readonly Alert[] }) {
  const [shown, setShown] = useState(AT_ONCE)
  return (
    <>
      <ul className="rows">
        {alerts.slice(0, shown).map((alert) => (
          <AlertRow key={alert.id} alert={alert} />
        ))}
      </ul>
      {alerts.length > shown && (
        <button type="button" onClick={() => setShown(shown + AT_ONCE)}>
          {words().parts.more} ({number(alerts.length - shown)})
        </button>
      )}
    </>
  )
}

function countsOf(alerts: readonly Alert[]): string {
  const said = words().desk.alerts.counts
  return (['alarm', 'warning', 'notice'] as const)
    .map(
      (severity) => [severity, alerts.filter((one) => one.severity === severity).length] as const,
    )
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => said[severity](count, number(count)))
    .join(' · ')
}

function AlertRow({ alert }: { readonly alert: Alert }) {
  const said = words().desk.alerts
  const desk = useDesk()
  const client = useQueryClient()
  const name = binName(desk, alert.container_id)
  const ack = useMutation({
    mutationFn: () => ask(`/alerts/${segment(alert.id)}/ack`, { method: 'POST' }),
    onSettled: () => client.invalidateQueries({ queryKey: openAlertsQuery.queryKey }),
  })
  return (
    <li className={desk.selected === alert.container_id ? 'selected' : ''}>
      <div>
        <h3>
          <Severity alert={alert} />{' '}
          <Link href={`/containers/${segment(alert.container_id)}`}>{name}</Link>
        </h3>
        <p>{alert.text}</p>
        {alert.acked_at !== null && (
          <p className="quiet">✓ {said.acked(alert.acked_by ?? '', moment(alert.acked_at))}</p>
        )}
        {ack.isError && (
          <p className="fault" role="alert">
            {said.notSaved}
          </p>
        )}
      </div>
      {alert.acked_at === null && desk.mayAcknowledge && (
        <button
          type="button"
          aria-label={said.ackOf(`${name}, ${alert.text}`)}
          disabled={ack.isPending}
          onClick={() => ack.mutate()}
        >
          {said.ack}
        </button>
      )}
    </li>
  )
}

const SIGNS = { alarm: '▲', warning: '●', notice: '○' } as const

const Severity = ({ alert: { severity } }: { readonly alert: Alert }) => (
  <span className={`severity ${severity}`}>
    <span aria-hidden="true">{SIGNS[severity]}</span> {words().desk.alerts.severity[severity]}
  </span>
)

const BinName = ({ alert }: { readonly alert: Alert }) => binName(useDesk(), alert.container_id)
