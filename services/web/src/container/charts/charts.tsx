// How the container was and will be: four charts over one axis of time, and what moves along it.
import type { Container, ContainerState } from '@bakwacht/api/contract'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { sessionQuery } from '../../api/queries.ts'
import { words } from '../../language/words.ts'
import { Failed } from '../../parts/failed.tsx'
import { Waiting } from '../../parts/status.tsx'
import { historyQuery, measuredQuery } from './chart-queries.ts'
import { ClimateCharts } from './climate-charts.tsx'
import { Emptyings } from './emptyings.tsx'
import { FillChart } from './fill-chart.tsx'
import { Saving } from './saving.tsx'
import './charts.css'
import { TimeControls } from './time-controls.tsx'
import { type Preset, presetSpan, type Span } from './view.ts'

interface ChartsProps {
  readonly container: Container
  readonly state: ContainerState
  /** What somebody else on the page wants to be seen. */
  readonly asked: Span | undefined
}

export type View = Preset | Span

export function Charts({ container, state, asked }: ChartsProps) {
  const said = words().container.charts
  const session = useQuery(sessionQuery)
  const [views, setViews] = useState<readonly [View, ...View[]]>(['two_weeks'])
  const [shown, setShown] = useState(asked)
  const charts = useRef<HTMLDivElement>(null)
  const now = nowOf(state, session.data?.now)
  const [view, ...before] = views
  const span = typeof view === 'string' ? presetSpan(view, now) : view
  const measured = useQuery(measuredQuery(container.id, span))
  const history = useQuery(historyQuery(container.id, span))
  const show = (next: View) => setViews([next, ...views])
  if (asked !== undefined && asked !== shown) {
    setShown(asked)
    show(asked)
  }
  const [older, ...rest] = before
  const shared = {
    span,
    now,
    timeZone: session.data?.timezone ?? 'UTC',
    onSpan: show,
  }
  return (
    <section aria-labelledby="over-time">
      <h2 id="over-time">{said.title}</h2>
      <TimeControls
        view={view}
        span={span}
        show={show}
        back={older === undefined ? undefined : () => setViews([older, ...rest])}
      />
      {measured.data === undefined || history.data === undefined ? (
        measured.isError || history.isError ? (
          <Failed again={() => Promise.all([measured.refetch(), history.refetch()])} />
        ) : (
          <Waiting />
        )
      ) : (
        <>
          <p className="quiet">{said.point}</p>
          <div ref={charts} className="charts" aria-busy={measured.isFetching}>
            <FillChart
              container={container}
              state={state}
              measured={measured.data}
              history={history.data}
              {...shared}
            />
            <ClimateCharts measured={measured.data} history={history.data} {...shared} />
          </div>
          <Emptyings emptied={history.data.emptied} />
          <Saving container={container} span={span} charts={charts} />
        </>
      )}
    </section>
  )
}

/** By the service's clock, as far as what is known of this container tells it. */
function nowOf(state: ContainerState, sessionNow: string | undefined): number {
  const times = [state.evaluated_at, state.last_reading_at, sessionNow]
  return Math.max(...times.map((time) => (time == null ? 0 : Date.parse(time))))
}
