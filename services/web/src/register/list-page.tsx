// A short list: depots, vehicles, sites.
import type { UseQueryResult } from '@tanstack/react-query'
import { Failed } from '../parts/failed.tsx'
import { Waiting } from '../parts/status.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { ListHead } from './list-head.tsx'

interface ListPageProps<Thing extends { readonly id: string }> {
  readonly title: string
  /** What these are, for those who see the word for the first time. */
  readonly about: string
  readonly add: { readonly to: string; readonly label: string }
  readonly list: UseQueryResult<readonly Thing[]>
  readonly columns: readonly Column<Thing>[]
}

export const ListPage = <Thing extends { readonly id: string }>({
  title,
  about,
  add,
  list,
  columns,
}: ListPageProps<Thing>) => (
  <>
    <ListHead title={title} add={add} />
    <p className="quiet">{about}</p>
    {list.data === undefined ? (
      list.isError ? (
        <Failed again={list.refetch} />
      ) : (
        <Waiting />
      )
    ) : (
      list.data.length > 0 && (
        <Table caption={title} columns={columns} rows={list.data} rowKey={({ id }) => id} />
      )
    )}
  </>
)
