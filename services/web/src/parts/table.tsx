// Rows that are sorted by their headings and come page by page; on a phone each row is a card.
import { type ReactNode, useState } from 'react'
import { number } from '../language/format.ts'
import { words } from '../language/words.ts'
import { SortBy } from './sort-by.tsx'
import { ARROWS, type Sorting, type SortValue, sortedBy } from './sorted-by.ts'
import './table.css'

export interface Column<Row> {
  readonly key: string
  readonly label: string
  readonly cell: (row: Row) => ReactNode
  /** By what it is sorted; without it the heading is no button. */
  readonly sort?: (row: Row) => SortValue
  readonly number?: boolean
}

interface TableProps<Row> {
  /** Said to those who do not see it. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly pageSize?: number
}

export function Table<Row>({ caption, columns, rows, rowKey, pageSize = 50 }: TableProps<Row>) {
  const [sorting, setSorting] = useState<Sorting>()
  const [page, setPage] = useState(0)
  const sort = columns.find(({ key }) => key === sorting?.key)?.sort
  const sorted = sort && sorting ? sortedBy(rows, sort, sorting.direction) : rows
  const last = Math.max(Math.ceil(rows.length / pageSize) - 1, 0)
  const start = Math.min(page, last) * pageSize
  const choose = (key: string) => {
    const turned = sorting?.key === key && sorting.direction === 'ascending'
    setSorting({ key, direction: turned ? 'descending' : 'ascending' })
    setPage(0)
  }
  return (
    <>
      <SortBy
        columns={columns.filter((column) => column.sort !== undefined)}
        sorting={sorting}
        sort={(wanted) => {
          setSorting(wanted)
          setPage(0)
        }}
      />
      <table className="cards">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column.key} column={column} sorting={sorting} choose={choose} />
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.slice(start, start + pageSize).map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ key, label, cell, number }) => (
                <td key={key} data-label={label} className={number === true ? 'number' : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {last > 0 && (
        <Pages from={start} size={pageSize} count={rows.length} show={setPage} last={last} />
      )}
    </>
  )
}

interface HeadingProps<Row> {
  readonly column: Column<Row>
  readonly sorting: Sorting | undefined
  readonly choose: (key: string) => void
}

function Heading<Row>({
  column: { key, label, sort, number },
  sorting,
  choose,
}: HeadingProps<Row>) {
  const direction = sorting?.key === key ? sorting.direction : undefined
  return (
    <th scope="col" className={number === true ? 'number' : undefined} aria-sort={direction}>
      {sort === undefined ? (
        label
      ) : (
        <button type="button" onClick={() => choose(key)}>
          {label}
          <span aria-hidden="true">{direction === undefined ? ' ↕' : ARROWS[direction]}</span>
        </button>
      )}
    </th>
  )
}

interface PagesProps {
  readonly from: number
  readonly size: number
  readonly count: number
  readonly last: number
  readonly show: (page: number) => void
}

function Pages({ from, size, count, last, show }: PagesProps) {
  const said = words().parts
  const page = from / size
  return (
    <nav className="pages" aria-label={said.pages}>
      <button type="button" disabled={page === 0} onClick={() => show(page - 1)}>
        {said.previous}
      </button>
      <span role="status">
        {said.range(number(from + 1), number(Math.min(from + size, count)), number(count))}
      </span>
      <button type="button" disabled={page === last} onClick={() => show(page + 1)}>
        {said.next}
      </button>
    </nav>
  )
}
