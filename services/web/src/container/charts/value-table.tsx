import { useState } from 'react'
import { clock, dayOf } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import { Table } from '../../parts/table.tsx'
import type { Line } from './chart.tsx'
import { type Extent, type PeriodRow, rowsOf } from './track-values.ts'
import { DAY, HOUR, type Span } from './view.ts'

interface ValueTableProps {
  readonly title: string
  readonly lines: readonly Line[]
  readonly write: (value: number) => string
  readonly span: Span
}

/** The chart as a table: hour by hour of a few days, else day by day. Made when it is opened. */
export function ValueTable({ title, lines, write, span }: ValueTableProps) {
  const said = words().container.charts
  const [open, setOpen] = useState(false)
  const hourly = span.to - span.from <= 4 * DAY
  const periodOf = (time: number) =>
    hourly ? `${dayOf(time)}, ${clock(time - (time % HOUR))}` : dayOf(time)
  const values = (['lowest', 'highest', 'last'] as const satisfies (keyof Extent)[]).map((key) => ({
    key,
    label: said[key],
    cell: (row: PeriodRow) => write(row[key]),
    number: true,
  }))
  const columns = [
    {
      key: 'period',
      label: hourly ? said.hour : said.day,
      cell: ({ period }: PeriodRow) => period,
    },
    ...values,
  ]
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{said.asTable}</summary>
      {open &&
        lines.map((line) => (
          <div key={line.name}>
            {lines.length > 1 && <h4>{line.name}</h4>}
            <Table
              caption={`${title}: ${line.name}`}
              columns={columns}
              rows={rowsOf(line, periodOf)}
              rowKey={({ period }) => period}
            />
          </div>
        ))}
    </details>
  )
}
