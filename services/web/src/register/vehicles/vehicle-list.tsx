import type { Vehicle } from '@bakwacht/api/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { segment } from '../../api/ask.ts'
import { depotsQuery, vehiclesQuery } from '../../api/queries.ts'
import { weight, withUnit } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import type { Column } from '../../parts/table.tsx'
import { ListPage } from '../list-page.tsx'

export function VehicleList() {
  const said = words().register
  const list = useQuery(vehiclesQuery)
  const depots = useQuery(depotsQuery).data ?? []
  const depotName = (id: string) => depots.find((depot) => depot.id === id)?.name ?? id
  const columns: readonly Column<Vehicle>[] = [
    {
      key: 'name',
      label: said.name,
      sort: ({ name }) => name,
      cell: ({ id, name, active }) => (
        <span>
          <Link href={`/register/vehicles/${segment(id)}`} className="row-link">
            {name}
          </Link>
          {!active && <span className="quiet"> · {words().marks.retired}</span>}
        </span>
      ),
    },
    {
      key: 'driver',
      label: said.driver,
      sort: ({ driver }) => driver,
      cell: ({ driver }) => driver ?? '–',
    },
    {
      key: 'depot',
      label: said.depot,
      sort: ({ depot_id }) => depotName(depot_id),
      cell: ({ depot_id }) => depotName(depot_id),
    },
    {
      key: 'shift',
      label: said.shift,
      sort: ({ shift }) => shift.from,
      cell: ({ shift }) => `${shift.from}–${shift.to}`,
    },
    {
      key: 'kg',
      label: said.loadKg,
      number: true,
      sort: ({ payload_kg }) => payload_kg,
      cell: ({ payload_kg }) => weight(payload_kg),
    },
    {
      key: 'l',
      label: said.loadL,
      number: true,
      sort: ({ volume_l }) => volume_l,
      cell: ({ volume_l }) => withUnit(volume_l, 'l'),
    },
  ]
  return (
    <ListPage
      title={said.kinds.vehicles}
      about={said.aboutVehicles}
      add={{ to: '/register/add/vehicle', label: said.addVehicle }}
      list={list}
      columns={columns}
    />
  )
}
