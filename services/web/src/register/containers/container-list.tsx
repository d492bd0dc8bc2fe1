// All containers: sought, filtered, sorted, page by page; thousands of them stay quick.
import type { Depot, FleetFeature } from '@bakwacht/api/contract'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { Link } from 'wouter'
import { useMay } from '../../api/may.ts'
import { depotsQuery, fleetQuery } from '../../api/queries.ts'
import { number } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import { Failed } from '../../parts/failed.tsx'
import { Waiting } from '../../parts/status.tsx'
import { Table } from '../../parts/table.tsx'
import { ListHead } from '../list-head.tsx'
import { containerColumns } from './container-columns.tsx'
import { filtered, searchable } from './container-filter.ts'
import { ExportButtons } from './export-buttons.tsx'
import { Filters } from './filters.tsx'
import { useFilter } from './use-filter.ts'

export function ContainerList() {
  const said = words().register
  const fleet = useQuery(fleetQuery)
  const { data: depots = [] } = useQuery(depotsQuery)
  const edit = useMay('planner')
  return (
    <>
      <ListHead
        title={said.kinds.containers}
        add={{ to: '/register/add/container', label: said.addContainer }}
      >
        {edit && (
          <Link href="/register/import" className="button">
            {said.importFile}
          </Link>
        )}
      </ListHead>
      {fleet.data !== undefined && <Containers features={fleet.data.features} depots={depots} />}
      {fleet.data === undefined && (fleet.isError ? <Failed again={fleet.refetch} /> : <Waiting />)}
    </>
  )
}

interface ContainersProps {
  readonly features: readonly FleetFeature[]
  readonly depots: readonly Depot[]
}

function Containers({ features, depots }: ContainersProps) {
  const said = words().register
  const [filter, setFilter] = useFilter()
  const settled = useDeferredValue(filter)
  const bins = useMemo(() => searchable(features), [features])
  const shown = useMemo(() => filtered(bins, settled), [bins, settled])
  const columns = useMemo(() => containerColumns(depots), [depots])
  if (features.length === 0) return <p>{said.noContainers}</p>
  return (
    <>
      <Filters filter={filter} change={setFilter} features={features} depots={depots} />
      <p role="status">{said.count(shown.length, number(shown.length), number(features.length))}</p>
      {shown.length > 0 && (
        <>
          <Table
            caption={said.kinds.containers}
            columns={columns}
            rows={shown}
            rowKey={({ id }) => id}
          />
          <ExportButtons ids={shown.map(({ id }) => id)} />
        </>
      )}
    </>
  )
}
