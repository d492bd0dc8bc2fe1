// A chart with its title, what it says in a sentence, the values under the cursor, and the same as a table.
import { type KeyboardEvent, useMemo, useState } from 'react'
import { moment } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import { late } from '../../parts/late.tsx'
import { columnsOf, type Track } from './columns.ts'
import { Legend } from './legend.tsx'
import type { PlotOptions, Stroke } from './plot-options.ts'
import { valueNear } from './track-values.ts'
import { ValueTable } from './value-table.tsx'
import { type Span, zoomed } from './view.ts'

const HEIGHT = 220
const Plot = late(
  () => import('./plot.tsx'),
  () => <div style={{ height: HEIGHT }} />,
)
const ZOOM: Readonly<Record<string, number>> = { '+': 0.5, '=': 0.5, '-': 2 }

export interface Line extends Track {
  readonly name: string
  readonly stroke: Stroke
  readonly colour: string
}

interface ChartProps
  extends Pick<PlotOptions, 'lowest' | 'highest' | 'ceiling' | 'limit' | 'events'> {
  readonly title: string
  readonly summary: string
  readonly lines: readonly Line[]
  readonly write: (value: number) => string
  readonly span: Span
  readonly now: number
  readonly timeZone: string
  readonly onSpan: (span: Span) => void
}

export function Chart({ title, summary, lines, write, span, onSpan, ...marked }: ChartProps) {
  const said = words().container.charts
  const [at, setAt] = useState<number | null>(null)
  const [chosen, setChosen] = useState<number | null>(null)
  const columns = useMemo(() => columnsOf(lines), [lines])
  const { now, timeZone, limit, lowest, highest, ceiling, events } = marked
  const options = useMemo(
    () => ({
      lines,
      ...span,
      now,
      timeZone,
      ...(lowest !== undefined && { lowest }),
      ...(highest !== undefined && { highest }),
      ...(ceiling !== undefined && { ceiling }),
      ...(limit && { limit }),
      ...(events && { events }),
    }),
    [lines, span, now, timeZone, limit, lowest, highest, ceiling, events],
  )
  const shown = lines.filter(({ stroke }) => stroke !== 'band')
  const isEmpty = columns.at.length === 0
  const told = at === null ? '' : valuesAt(at)

  function valuesAt(time: number): string {
    const values = lines.flatMap((line) => {
      const value = valueNear(line, time)
      return value === undefined ? [] : [`${line.name} ${write(value)}`]
    })
    return [moment(time), ...values].join(' · ')
  }

  function byKey(event: KeyboardEvent): void {
    // With Ctrl they are the browser's.
    if (event.ctrlKey || event.metaKey) return
    const factor = ZOOM[event.key]
    if (factor !== undefined) onSpan(zoomed(span, factor, at ?? undefined))
    const to = steppedTo(event.key, at)
    if (to === undefined) return
    event.preventDefault()
    setAt(to)
    setChosen(to)
  }

  function steppedTo(key: string, from: number | null): number | undefined {
    const times = columns.at.filter((time) => time * 1000 >= span.from && time * 1000 <= span.to)
    const last = times.length - 1
    const here = from === null ? last + 1 : times.findIndex((time) => time * 1000 >= from)
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: here - 1,
      ArrowRight: here + 1,
      PageUp: here - 24,
      PageDown: here + 24,
      Home: 0,
      End: last,
    }
    const index = steps[key]
    const time = index === undefined ? undefined : times[Math.min(Math.max(index, 0), last)]
    return time === undefined ? undefined : time * 1000
  }

  return (
    <figure className="chart">
      <figcaption>
        <h3>{title}</h3>
        <p>{summary}</p>
      </figcaption>
      {!isEmpty && (
        <>
          <Legend lines={lines} events={events !== undefined && events.length > 0} />
          <div
            className="pointing"
            role="slider"
            tabIndex={0}
            aria-label={said.slider(title)}
            aria-valuemin={span.from}
            aria-valuemax={span.to}
            aria-valuenow={at ?? span.to}
            aria-valuetext={told || summary}
            onKeyDown={byKey}
          >
            <Plot
              columns={columns}
              options={options}
              height={HEIGHT}
              onPoint={setAt}
              onSpan={onSpan}
              pointed={chosen}
            />
          </div>
          <p className="quiet values">{told}</p>
          <ValueTable title={title} lines={shown} write={write} span={span} />
        </>
      )}
    </figure>
  )
}
