import type { Depot, FleetFeature } from '@bakwacht/api/contract'
import { Link } from 'wouter'
import { segment } from '../../api/ask.ts'
import { fillLevel, moment, withUnit } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import { Mark } from '../../marks/mark.tsx'
import type { Column } from '../../parts/table.tsx'

export function containerColumns(depots: readonly Depot[]): readonly Column<FleetFeature>[] {
  const said = words().register
  const names = new Map(depots.map(({ id, name }) => [id, name]))
  return [
    {
      key: 'name',
      label: said.name,
      sort: ({ properties }) => properties.name,
      cell: ({ id, properties }) => (
        <span className="with-mark">
          <Mark {...properties} />
          <Link href={`/containers/${segment(id)}`} className="row-link">
            {properties.name}
          </Link>
        </span>
      ),
    },
    { key: 'code', label: said.code, sort: ({ id }) => id, cell: ({ id }) => id },
    {
      key: 'municipality',
      label: said.municipality,
      sort: ({ properties }) => properties.municipality,
      cell: ({ properties }) => properties.municipality ?? '–',
    },
    ...(depots.length > 1
      ? [
          {
            key: 'depot',
            label: said.depot,
            sort: ({ properties }: FleetFeature) => names.get(properties.depot_id ?? ''),
            cell: ({ properties }: FleetFeature) => names.get(properties.depot_id ?? '') ?? '–',
          },
        ]
      : []),
    {
      key: 'litres',
      label: said.capacity,
      number: true,
      sort: ({ properties }) => properties.capacity_l,
      cell: ({ properties }) => withUnit(properties.capacity_l, 'l'),
    },
    {
      key: 'fill',
      label: said.fill,
      number: true,
      sort: ({ properties }) => properties.fill_pct,
      cell: ({ properties }) => levelOf(properties),
    },
    {
      key: 'reading',
      label: said.lastReading,
      sort: ({ properties }) => properties.last_reading_at,
      cell: ({ properties }) =>
        properties.last_reading_at === null ? said.never : moment(properties.last_reading_at),
    },
    {
      key: 'change',
      label: said.change,
      cell: ({ id, properties }) => (
        <Link
          href={`/register/containers/${segment(id)}`}
          className="row-link"
          aria-label={said.changeName(properties.name)}
        >
          {said.change}
        </Link>
      ),
    },
  ]
}

function levelOf({ fill_pct: pct, fill_source: source }: FleetFeature['properties']): string {
  if (pct === null) return '–'
  return source === 'estimate' ? words().container.facts.about(fillLevel(pct)) : fillLevel(pct)
}
