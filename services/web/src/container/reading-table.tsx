import type { ContainerState } from '@bakwacht/api/contract'
import { degrees, moment, percent, withUnit } from '../language/format.ts'
import { words } from '../language/words.ts'
import { type Column, Table } from '../parts/table.tsx'

type Reading = ContainerState['readings'][number]

/** The last readings, the newest first, and why some do not count. */
export function ReadingTable({ readings }: { readonly readings: readonly Reading[] }) {
  const said = words().container.reading
  const columns: readonly Column<Reading>[] = [
    { key: 'time', label: said.time, cell: ({ ts }) => moment(ts) },
    { key: 'level', label: said.distance, cell: levelOf, number: true },
    {
      key: 'temperature',
      label: said.temperature,
      cell: ({ temp_c: temp }) => (temp === null ? '–' : degrees(temp)),
      number: true,
    },
    {
      key: 'humidity',
      label: said.humidity,
      cell: ({ rh_pct: rh }) => (rh === null ? '–' : percent(rh)),
      number: true,
    },
    { key: 'counts', label: said.counts, cell: ({ doubt }) => doubt?.text ?? said.yes },
  ]
  return (
    <Table
      caption={said.caption}
      columns={columns}
      rows={readings.toReversed()}
      rowKey={({ ts }) => ts}
    />
  )
}

function levelOf({ distance_mm: distance, fill_pct: fill }: Reading): string {
  if (distance !== null) return withUnit(distance, 'mm')
  return fill === null ? '–' : percent(fill)
}
