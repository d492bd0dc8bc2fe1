// Sorting on a phone, where a list of cards has no headings to press.
import { words } from '../language/words.ts'
import { SelectField } from './select-field.tsx'
import { ARROWS, type Sorting } from './sorted-by.ts'

interface SortByProps {
  readonly columns: readonly { readonly key: string; readonly label: string }[]
  readonly sorting: Sorting | undefined
  readonly sort: (sorting: Sorting | undefined) => void
}

export function SortBy({ columns, sorting, sort }: SortByProps) {
  const said = words().parts
  if (columns.length === 0) return null
  const choices = columns.flatMap(({ key, label }) =>
    (['ascending', 'descending'] as const).map((direction) => ({
      value: `${direction} ${key}`,
      label: label + ARROWS[direction],
      sorting: { key, direction },
    })),
  )
  return (
    <div className="sort-by">
      <SelectField
        label={said.sortBy}
        value={sorting === undefined ? '' : `${sorting.direction} ${sorting.key}`}
        onChange={(value) => sort(choices.find((choice) => choice.value === value)?.sorting)}
        choices={[{ value: '', label: said.sortUsual }, ...choices]}
      />
    </div>
  )
}
