// Everything about one container: what is known and why, how it was, what is wrong, its sensor, its settings.
import type { Container, ContainerState } from '@bakwacht/api/contract'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Link } from 'wouter'
import { Refused } from '../api/ask.ts'
import { containerQuery, stateQuery } from '../api/queries.ts'
import { words } from '../language/words.ts'
import { Failed } from '../parts/failed.tsx'
import { Waiting } from '../parts/status.tsx'
import { Alerts } from './alerts.tsx'
import { Charts } from './charts/charts.tsx'
import type { Span } from './charts/view.ts'
import './container.css'
import { Facts } from './facts.tsx'
import { Head } from './head.tsx'
import { Sensor } from './sensor/sensor.tsx'
import { SettingsOf } from './settings/settings-of.tsx'
import { Why } from './why.tsx'

/** The stream tells what a planner would notice; a reading that changes little comes this way. */
const READ_AGAIN_MS = 60_000

export default function ContainerPage({ id }: { readonly id: string }) {
  const container = useQuery(containerQuery(id))
  const state = useQuery({ ...stateQuery(id), refetchInterval: READ_AGAIN_MS })
  if (container.data !== undefined && state.data !== undefined)
    return <Known key={id} container={container.data} state={state.data} />
  if (container.error instanceof Refused && container.error.status === 404)
    return <NoSuch id={id} />
  return container.isError || state.isError ? (
    <Failed again={() => Promise.all([container.refetch(), state.refetch()])} />
  ) : (
    <Waiting />
  )
}

interface KnownProps {
  readonly container: Container
  readonly state: ContainerState
}

function Known({ container, state }: KnownProps) {
  const [asked, setAsked] = useState<Span>()
  const charts = useRef<HTMLDivElement>(null)
  const lookAt = (span: Span) => {
    setAsked(span)
    charts.current?.focus()
  }
  return (
    <article className="container-page">
      <Head container={container} state={state} />
      <Contents />
      <Facts state={state} />
      <Why container={container} state={state} />
      <div ref={charts} tabIndex={-1}>
        <Charts container={container} state={state} asked={asked} />
      </div>
      <Alerts id={container.id} lookAt={lookAt} />
      <Sensor id={container.id} state={state} />
      <SettingsOf container={container} state={state} />
    </article>
  )
}

/** What is farther down, at hand. */
function Contents() {
  const said = words().container
  const parts = [
    ['over-time', said.charts.title],
    ['alerts', said.alerts.title],
    ['sensor', said.sensor.title],
    ['settings', said.settings.title],
  ] as const
  return (
    <nav className="contents" aria-label={said.onThisPage}>
      {parts.map(([id, title]) => (
        <a key={id} href={`#${id}`}>
          {title}
        </a>
      ))}
    </nav>
  )
}

function NoSuch({ id }: { readonly id: string }) {
  const said = words().container
  return (
    <>
      <h1>{said.noSuch(id)}</h1>
      <p>
        <Link href="/register/containers">{said.toAll}</Link>
      </p>
    </>
  )
}
