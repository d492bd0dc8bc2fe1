import { useId } from 'react'
import { words } from '../../language/words.ts'
import { NumberField } from '../../parts/number-field.tsx'
import { useFocusHere } from '../../parts/use-focus-here.ts'
import { FIELDS, type ImportField, type Matching, samplesOf } from './match-columns.ts'
import { missingColumns } from './prepare-import.ts'
import type { ImportedTable } from './read-file.ts'

interface MatchTableProps {
  readonly table: ImportedTable
  readonly matching: Matching
  readonly onMatch: (matching: Matching) => void
  readonly capacityL: number | null
  readonly onCapacity: (litres: number | null) => void
  readonly onDone: () => void
}

const FIRST: readonly ImportField[] = ['name', 'lat', 'lon', 'place', 'id', 'capacity_l']

/** What each field is filled with: guessed, and corrected by people, with what stands there beside it. */
export function MatchTable({
  table,
  matching,
  onMatch,
  capacityL,
  onCapacity,
  onDone,
}: MatchTableProps) {
  const said = words().imports
  const heading = useId()
  const begin = useFocusHere<HTMLHeadingElement>()
  const missing = missingColumns(matching)
  const shown = FIELDS.filter((field) => FIRST.includes(field) || matching[field] !== undefined)
  const others = FIELDS.filter((field) => !shown.includes(field))
  const choose = (field: ImportField, column: number | undefined) => {
    const { [field]: _, ...rest } = matching
    onMatch(column === undefined ? rest : { ...rest, [field]: column })
  }
  const rowsOf = (fields: readonly ImportField[]) => (
    <table className="cards matching">
      <thead>
        <tr>
          <th scope="col">{said.field}</th>
          <th scope="col">{said.column}</th>
          <th scope="col">{said.samples}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <MatchRow
            key={field}
            field={field}
            table={table}
            column={matching[field]}
            choose={choose}
          />
        ))}
      </tbody>
    </table>
  )
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} ref={begin} tabIndex={-1}>
        {said.match}
      </h2>
      <p className="quiet">{said.matchLead}</p>
      {rowsOf(shown)}
      {others.length > 0 && (
        <details>
          <summary>{said.otherFields}</summary>
          {rowsOf(others)}
        </details>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onDone()
        }}
      >
        <NumberField
          label={said.litresIfMissing}
          hint={said.litresIfMissingHint}
          unit={words().register.litres}
          value={capacityL}
          onChange={onCapacity}
          required
          min={1}
          max={100_000}
        />
        {missing.map((one) => (
          <p key={one} className="fault">
            {said.stillMissing[one]}
          </p>
        ))}
        <button type="submit" className="main" disabled={missing.length > 0}>
          {said.look}
        </button>
      </form>
    </section>
  )
}

interface MatchRowProps {
  readonly field: ImportField
  readonly table: ImportedTable
  readonly column: number | undefined
  readonly choose: (field: ImportField, column: number | undefined) => void
}

function MatchRow({ field, table, column, choose }: MatchRowProps) {
  const said = words().imports
  const id = useId()
  return (
    <tr>
      <td>
        <label htmlFor={id}>{said.fields[field]}</label>
      </td>
      <td data-label={said.column}>
        <select
          id={id}
          value={column ?? ''}
          onChange={({ target: { value } }) =>
            choose(field, value === '' ? undefined : Number(value))
          }
        >
          <option value="">{said.notInFile}</option>
          {table.columns.map((name, at) => (
            <option key={at} value={at}>
              {name === '' ? said.unnamed(at + 1) : name}
            </option>
          ))}
        </select>
      </td>
      <td data-label={said.samples} className="quiet">
        {column === undefined ? '' : samplesOf(table, column).join(' · ')}
      </td>
    </tr>
  )
}
