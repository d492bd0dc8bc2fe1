import type { Depot } from '@bakwacht/api/contract'
import { depotDefaults } from '@bakwacht/domain'
import { useQuery } from '@tanstack/react-query'
import { depotsQuery } from '../../api/queries.ts'
import { words } from '../../language/words.ts'
import { NumberField } from '../../parts/number-field.tsx'
import { fieldFault } from '../../parts/refusal.ts'
import { TextField } from '../../parts/text-field.tsx'
import { TimeRangeField } from '../../parts/time-range-field.tsx'
import { EntryForm } from '../entry-form.tsx'
import { IdField } from '../id-field.tsx'
import type { Loose } from '../loose.ts'
import { PlaceField } from '../place/place-field.tsx'
import { useDraft } from '../use-draft.ts'

interface DepotFormProps {
  /** As it is stored; not given: a new one. */
  readonly depot?: Depot
  readonly onSaved: (depot: Depot) => void
}

const fresh: Loose<Depot> = {
  id: '',
  name: '',
  location: null,
  unload_min: depotDefaults.unloadMin,
  open: depotDefaults.open,
  active: true,
}

export function DepotForm({ depot, onSaved }: DepotFormProps) {
  const said = words().register
  const { data: depots = [] } = useQuery(depotsQuery)
  const { draft, id, isNew, taken, change, saving, save } = useDraft<Loose<Depot>, Depot>(
    'depots',
    { stored: depot, fresh },
    depots,
  )
  return (
    <EntryForm
      saving={saving}
      onSave={() => save({ ...draft, id }, onSaved)}
      more={
        <>
          <TimeRangeField
            label={said.depotOpen}
            hint={said.depotOpenHint}
            value={draft.open}
            onChange={(open) => change({ open })}
          />
          <NumberField
            label={said.unloadMin}
            unit={said.minutes}
            value={draft.unload_min}
            onChange={(unload_min) => change({ unload_min })}
            required
            min={0}
            max={480}
          />
          <IdField value={id} taken={taken} {...(isNew && { onChange: (id) => change({ id }) })} />
        </>
      }
    >
      <TextField
        label={said.name}
        hint={said.depotNameHint}
        value={draft.name}
        onChange={(name) => change({ name })}
        required
        error={fieldFault(saving.error, 'name')}
      />
      <PlaceField value={draft.location} onChange={(location) => change({ location })} />
    </EntryForm>
  )
}
