import type { Depot, FleetFeature } from '@bakwacht/api/contract'
import { useMemo } from 'react'
import { words } from '../../language/words.ts'
import { SelectField } from '../../parts/select-field.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { type ContainerFilter, filtered, MARK_CHOICES, searchable } from './container-filter.ts'

interface FiltersProps {
  readonly filter: ContainerFilter
  readonly change: (changed: Partial<ContainerFilter>) => void
  readonly features: readonly FleetFeature[]
  readonly depots: readonly Depot[]
}

/** Search and filters; those that have one choice alone are left out. */
export function Filters({ filter, change, features, depots }: FiltersProps) {
  const said = words().register
  const municipalities = useMemo(() => municipalitiesOf(features), [features])
  const marks = useMemo(() => markChoices(features), [features])
  return (
    <search className="filters">
      <TextField
        type="search"
        label={said.search}
        value={filter.text}
        onChange={(text) => change({ text })}
      />
      <SelectField
        label={said.state}
        value={filter.mark}
        onChange={(mark) => change({ mark: MARK_CHOICES.find((one) => one === mark) ?? '' })}
        choices={[{ value: '', label: said.inUse }, ...marks]}
      />
      {municipalities.length > 1 && (
        <SelectField
          label={said.municipality}
          value={filter.municipality}
          onChange={(municipality) => change({ municipality })}
          choices={[
            { value: '', label: said.all },
            ...municipalities.map((name) => ({ value: name, label: name })),
          ]}
        />
      )}
      {depots.length > 1 && (
        <SelectField
          label={said.depot}
          value={filter.depot}
          onChange={(depot) => change({ depot })}
          choices={[
            { value: '', label: said.all },
            ...depots.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
    </search>
  )
}

const municipalitiesOf = (features: readonly FleetFeature[]): readonly string[] =>
  [...new Set(features.map(({ properties }) => properties.municipality))]
    .filter((name) => name !== null)
    .sort((a, b) => a.localeCompare(b))

function markChoices(features: readonly FleetFeature[]) {
  const bins = searchable(features)
  return MARK_CHOICES.map((mark) => {
    const count = filtered(bins, { text: '', municipality: '', depot: '', mark }).length
    return { value: mark, label: `${words().marks[mark]} (${count})` }
  })
}
