import type { Container } from '@bakwacht/api/contract'
import { containerDefaults } from '@bakwacht/domain'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { fleetQuery } from '../../api/queries.ts'
import { words } from '../../language/words.ts'
import { NumberField } from '../../parts/number-field.tsx'
import { fieldFault } from '../../parts/refusal.ts'
import { TextField } from '../../parts/text-field.tsx'
import { EntryForm } from '../entry-form.tsx'
import { IdField } from '../id-field.tsx'
import type { Loose } from '../loose.ts'
import { PlaceField } from '../place/place-field.tsx'
import { useDraft } from '../use-draft.ts'
import { ContainerMore } from './container-more.tsx'

interface ContainerFormProps {
  /** As it is stored; not given: a new one. */
  readonly container?: Container
  readonly onSaved?: (container: Container) => void
}

/** Most textile containers hold about this. */
const USUAL_LITRES = 2200

const fresh: Loose<Container> = {
  id: '',
  name: '',
  site_id: null,
  location: null,
  municipality: null,
  note: null,
  depot_id: null,
  capacity_l: USUAL_LITRES,
  empty_distance_mm: null,
  full_distance_mm: null,
  fill_threshold_pct: containerDefaults.fillThresholdPct,
  service_min: containerDefaults.serviceMin,
  max_days_between_visits: containerDefaults.maxDaysBetweenVisits,
  last_emptied_at: null,
  access: [],
  vehicle_types: null,
  active: true,
}

export function ContainerForm({ container, onSaved }: ContainerFormProps) {
  const said = words().register
  const { data: fleet } = useQuery(fleetQuery)
  const { draft, id, isNew, taken, change, saving, save } = useDraft<Loose<Container>, Container>(
    'containers',
    { stored: container, fresh },
    fleet?.features ?? [],
  )
  const [saved, setSaved] = useState(draft)
  const send = () => {
    // When it was last emptied, the drivers say.
    const { last_emptied_at: _, ...body } = { ...draft, id }
    save(body, (stored) => {
      setSaved(draft)
      onSaved?.(stored)
    })
  }
  return (
    <EntryForm
      saving={saving}
      onSave={send}
      done={saving.isSuccess && saved === draft ? words().parts.saved : undefined}
      more={
        <>
          <ContainerMore draft={draft} change={change} />
          <IdField value={id} taken={taken} {...(isNew && { onChange: (id) => change({ id }) })} />
        </>
      }
    >
      <TextField
        label={said.name}
        hint={said.containerNameHint}
        value={draft.name}
        onChange={(name) => change({ name })}
        required
        error={fieldFault(saving.error, 'name')}
      />
      <PlaceField value={draft.location} onChange={(location) => change({ location })} />
      <NumberField
        label={said.capacity}
        hint={said.capacityHint}
        unit={said.litres}
        value={draft.capacity_l}
        onChange={(capacity_l) => change({ capacity_l })}
        required
        min={1}
        max={100_000}
        error={fieldFault(saving.error, 'capacity_l')}
      />
    </EntryForm>
  )
}
