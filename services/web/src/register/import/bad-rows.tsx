import { words } from '../../language/words.ts'
import { type Column, Table } from '../../parts/table.tsx'
import type { BadRow } from './plain-fault.ts'

interface BadRowsProps {
  readonly bad: readonly BadRow[]
  readonly total: number
  readonly leaveOut: (lines: ReadonlySet<number>) => void
}

/** Nothing is taken in while a row is wrong; people mend the file, or leave these rows out knowingly. */
export function BadRows({ bad, total, leaveOut }: BadRowsProps) {
  const said = words().imports
  const lines = new Set(bad.map(({ at }) => at))
  const columns: readonly Column<BadRow>[] = [
    { key: 'row', label: said.row, sort: ({ at }) => at, cell: ({ at }) => said.rowOf(at) },
    {
      key: 'name',
      label: words().register.name,
      sort: ({ name }) => name,
      cell: ({ name }) => name || '–',
    },
    { key: 'field', label: said.field, sort: ({ field }) => field, cell: ({ field }) => field },
    { key: 'why', label: said.why, cell: ({ why }) => why },
  ]
  return (
    <>
      <p className="fault" role="alert">
        {said.bad(lines.size)}
      </p>
      <Table
        caption={said.bad(lines.size)}
        columns={columns}
        rows={bad}
        rowKey={({ at, field, why }) => `${at} ${field} ${why}`}
      />
      <p>{said.mend}</p>
      {lines.size < total && (
        <button type="button" onClick={() => leaveOut(lines)}>
          {said.leaveOut(lines.size)}
        </button>
      )}
    </>
  )
}
