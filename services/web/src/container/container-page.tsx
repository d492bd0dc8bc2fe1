// Everything about one container: what is known and why, how it was, what is wrong, its sensor, its settings.
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { Refused } from '../api/ask.ts'
import { containerQuery, stateQuery } from '../api/queries.ts'
import { words } from '../language/words.ts'
import { Failed } from '../parts/failed.tsx'
import { Waiting } from '../parts/status.tsx'
import { Alerts } from './alerts.tsx'
import { Charts } from './charts/charts.tsx'
import './container.css'
import { Facts } from './facts.tsx'
import { Head } from './head.tsx'
import { Sensor } from './sensor/sensor.tsx'
import { SettingsOf } from './settings/settings-of.tsx'
import { Why } from './why.tsx'

export default function ContainerPage({ id }: { readonly id: string }) {
  const container = useQuery(containerQuery(id))
  const state = useQuery(stateQuery(id))
  if (container.error instanceof Refused && container.error.status === 404)
    return <NoSuch id={id} />
  if (container.isError || state.isError)
    return <Failed again={() => Promise.all([container.refetch(), state.refetch()])} />
  if (container.data === undefined || state.data === undefined) return <Waiting />
  return (
    <article className="container-page" key={id}>
      <Head container={container.data} state={state.data} />
      <Contents />
      <Facts state={state.data} />
      <Why container={container.data} state={state.data} />
      <Charts container={container.data} state={state.data} />
      <Alerts id={id} />
      <Sensor id={id} state={state.data} />
      <SettingsOf container={container.data} state={state.data} />
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
