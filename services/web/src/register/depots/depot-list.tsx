import type { Depot } from '@bakwacht/api/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { segment } from '../../api/ask.ts'
import { depotsQuery, fleetQuery, vehiclesQuery } from '../../api/queries.ts'
import { number } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import type { Column } from '../../parts/table.tsx'
import { ListPage } from '../list-page.tsx'

export function DepotList() {
  const said = words().register
  const list = useQuery(depotsQuery)
  const vehicles = useQuery(vehiclesQuery).data ?? []
  const bins = useQuery(fleetQuery).data?.features ?? []
  const columns: readonly Column<Depot>[] = [
    {
      key: 'name',
      label: said.name,
      sort: ({ name }) => name,
      cell: ({ id, name, active }) => (
        <span>
          <Link href={`/register/depots/${segment(id)}`} className="row-link">
            {name}
          </Link>
          {!active && <span className="quiet"> · {words().marks.retired}</span>}
        </span>
      ),
    },
    {
      key: 'open',
      label: said.depotOpen,
      cell: ({ open }) => `${open.from}–${open.to}`,
    },
    {
      key: 'vehicles',
      label: said.kinds.vehicles,
      number: true,
      cell: ({ id }) => number(vehicles.filter((one) => one.active && one.depot_id === id).length),
    },
    {
      key: 'bins',
      label: said.ownBins,
      number: true,
      cell: ({ id }) => number(bins.filter(({ properties }) => properties.depot_id === id).length),
    },
  ]
  return (
    <ListPage
      title={said.kinds.depots}
      about={said.aboutDepots}
      add={{ to: '/register/add/depot', label: said.addDepot }}
      list={list}
      columns={columns}
    />
  )
}
