import type { Site } from '@bakwacht/api/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { segment } from '../../api/ask.ts'
import { fleetQuery, sitesQuery } from '../../api/queries.ts'
import { number } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import type { Column } from '../../parts/table.tsx'
import { ListPage } from '../list-page.tsx'

export function SiteList() {
  const said = words().register
  const list = useQuery(sitesQuery)
  const bins = useQuery(fleetQuery).data?.features ?? []
  const columns: readonly Column<Site>[] = [
    {
      key: 'name',
      label: said.name,
      sort: ({ name }) => name,
      cell: ({ id, name, active }) => (
        <span>
          <Link href={`/register/sites/${segment(id)}`} className="row-link">
            {name}
          </Link>
          {!active && <span className="quiet"> · {words().marks.retired}</span>}
        </span>
      ),
    },
    {
      key: 'minutes',
      label: said.siteMin,
      number: true,
      sort: ({ site_min }) => site_min,
      cell: ({ site_min }) => number(site_min, 1),
    },
    {
      key: 'bins',
      label: said.kinds.containers,
      number: true,
      cell: ({ id }) => number(bins.filter(({ properties }) => properties.site_id === id).length),
    },
  ]
  return (
    <ListPage
      title={said.kinds.sites}
      about={said.aboutSites}
      add={{ to: '/register/add/site', label: said.addSite }}
      list={list}
      columns={columns}
    />
  )
}
