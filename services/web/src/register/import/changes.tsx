import type { ImportReport } from '@bakwacht/api/contract'
import { number } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import { type Column, Table } from '../../parts/table.tsx'
import { fieldOf } from './plain-fault.ts'
import { shownValue } from './shown-value.ts'

type Change = NonNullable<ImportReport['changes']>[number]

/** How many are new, differ, or stay; and for those that differ, in what. */
export function Changes({ report }: { readonly report: ImportReport }) {
  const said = words().imports
  const { created, updated, unchanged, changes = [] } = report
  const fresh = changes.filter((change) => change.created)
  const differing = changes.filter((change) => !change.created)
  const columns: readonly Column<Change>[] = [
    {
      key: 'name',
      label: words().register.name,
      sort: ({ name }) => name,
      cell: ({ name }) => name,
    },
    { key: 'code', label: words().register.code, sort: ({ id }) => id, cell: ({ id }) => id },
    { key: 'what', label: said.what, cell: ({ fields }) => <Differences fields={fields} /> },
  ]
  return (
    <>
      <ul className="counts">
        <li>
          <strong>{number(created)}</strong> {said.created(created)}
        </li>
        <li>
          <strong>{number(updated)}</strong> {said.updated(updated)}
        </li>
        <li>
          <strong>{number(unchanged)}</strong> {said.unchanged(unchanged)}
        </li>
      </ul>
      {created + updated === 0 && <p>{said.nothingToDo}</p>}
      {created + updated > changes.length && (
        <p className="quiet">{said.firstOf(number(changes.length))}</p>
      )}
      {differing.length > 0 && (
        <Table
          caption={said.updated(updated)}
          columns={columns}
          rows={differing}
          rowKey={({ id }) => id}
        />
      )}
      {fresh.length > 0 && (
        <details>
          <summary>{said.showNew}</summary>
          <Table
            caption={said.created(created)}
            columns={columns.slice(0, 2)}
            rows={fresh}
            rowKey={({ id }) => id}
          />
        </details>
      )}
    </>
  )
}

const Differences = ({ fields }: Pick<Change, 'fields'>) => (
  <ul className="differences">
    {fields.map(({ field, from, to }) => (
      <li key={field}>
        {labelOf(field)}: <del>{shownValue(from)}</del>
        <span aria-hidden="true"> → </span>
        <ins>{shownValue(to)}</ins>
      </li>
    ))}
  </ul>
)

const labelOf = (field: string): string =>
  field === 'location' ? words().register.place : words().imports.fields[fieldOf(field)]
