// One container out of thousands: by a few letters of its name, code or municipality.
import type { Fleet, FleetFeature } from '@bakwacht/api/contract'
import { useId, useMemo, useState } from 'react'
import { words } from '../../language/words.ts'
import { Mark } from '../../marks/mark.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { filtered, searchable } from '../containers/container-filter.ts'

const MOST_SHOWN = 8

interface ContainerFieldProps {
  readonly fleet: Fleet
  /** An id; empty: none yet. */
  readonly value: string
  readonly onChange: (id: string) => void
}

export function ContainerField({ fleet, value, onChange }: ContainerFieldProps) {
  const said = words().devices
  const group = useId()
  const [text, setText] = useState('')
  const bins = useMemo(() => searchable(fleet.features), [fleet])
  const chosen = fleet.features.find(({ id }) => id === value)
  const fitting = filtered(bins, { text, mark: '', municipality: '', depot: '' })
  const shown = text === '' && chosen !== undefined ? [] : fitting.slice(0, MOST_SHOWN)
  const listed = chosen === undefined || shown.includes(chosen) ? shown : [chosen, ...shown]
  return (
    <fieldset className="access">
      <legend className="unseen">{said.container}</legend>
      <TextField type="search" label={said.findContainer} value={text} onChange={setText} />
      <p className="quiet" role="status">
        {text !== '' && said.fitting(fitting.length)}
      </p>
      {listed.map((bin) => (
        <Choice key={bin.id} group={group} bin={bin} chosen={bin.id === value} choose={onChange} />
      ))}
    </fieldset>
  )
}

interface ChoiceProps {
  readonly group: string
  readonly bin: FleetFeature
  readonly chosen: boolean
  readonly choose: (id: string) => void
}

const Choice = ({ group, bin: { id, properties }, chosen, choose }: ChoiceProps) => (
  <label className="with-mark">
    <input type="radio" name={group} required checked={chosen} onChange={() => choose(id)} />
    <Mark {...properties} />
    <span>
      {properties.name} <span className="quiet">{id}</span>
    </span>
  </label>
)
