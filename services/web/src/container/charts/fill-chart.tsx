import type { Container, ContainerHistory, ContainerState } from '@bakwacht/api/contract'
import { useMemo } from 'react'
import { percent } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import { Chart, type Line } from './chart.tsx'
import { calibrationOf, type Measured, singleLevels } from './measured.ts'
import { extentOf, summaryOf } from './track-values.ts'
import { DAY, HOUR, type Span } from './view.ts'

export interface SharedByCharts {
  readonly history: ContainerHistory
  readonly measured: Measured
  readonly span: Span
  readonly now: number
  readonly timeZone: string
  readonly onSpan: (span: Span) => void
}

interface FillChartProps extends SharedByCharts {
  readonly container: Container
  readonly state: ContainerState
}

/** What was believed, the single readings behind it, what is expected, and when it was emptied. */
export function FillChart({ container, state, measured, history, ...shared }: FillChartProps) {
  const said = words().container.charts
  const { now } = shared
  const lines = useMemo(
    () =>
      [singleReadings(container, state, measured), believed(history), ...foreseen(state)] as const,
    [container, state, measured, history],
  )
  const events = useMemo(() => history.emptied.map(({ at }) => Date.parse(at)), [history])
  const limit = useMemo(
    () => ({
      value: container.fill_threshold_pct,
      label: said.fullFrom(percent(container.fill_threshold_pct)),
    }),
    [container.fill_threshold_pct, said],
  )
  const [single, level] = lines
  const told = extentOf(level, now) === undefined ? single : level
  return (
    <Chart
      title={said.fill}
      summary={summaryOf(told, now, said, percent)}
      lines={lines}
      write={percent}
      lowest={0}
      highest={100}
      ceiling={130}
      limit={limit}
      events={events}
      {...shared}
    />
  )
}

function singleReadings(container: Container, state: ContainerState, measured: Measured): Line {
  const said = words().container.charts
  const learnt = state.fill?.evidence.learnt_empty_distance_mm
  return {
    name: measured.areMeans ? said.means : said.single,
    stroke: 'dots',
    colour: '--unknown',
    at: measured.at,
    values: singleLevels(measured, calibrationOf(container, learnt)),
    gapMs: measured.gapMs,
  }
}

/** At the end of each hour. */
const believed = ({ from, hours }: ContainerHistory): Line => ({
  name: words().container.charts.level,
  stroke: 'line',
  colour: '--accent',
  at: hours.fill_pct.map((_, hour) => Date.parse(from) + (hour + 1) * HOUR),
  values: hours.fill_pct,
  gapMs: DAY,
})

/** The edges of the band first, in the order that the plot fills it in. */
function foreseen({ fill, forecast }: ContainerState): Line[] {
  if (fill === null || forecast === null) return []
  const at = [Date.parse(fill.at), ...forecast.days.map((day) => Date.parse(day.at))]
  const line = (chance: '0.1' | '0.5' | '0.9', given: Pick<Line, 'name' | 'stroke'>): Line => ({
    ...given,
    colour: '--accent',
    at,
    values: [fill.pct, ...forecast.days.map(({ quantiles }) => quantiles[chance])],
    gapMs: 3 * DAY,
  })
  const said = words().container.charts
  return [
    line('0.1', { name: said.atLeast, stroke: 'band' }),
    line('0.9', { name: said.atMost, stroke: 'band' }),
    line('0.5', { name: said.expected, stroke: 'dashed' }),
  ]
}
