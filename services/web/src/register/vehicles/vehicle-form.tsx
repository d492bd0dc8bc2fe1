import type { Vehicle } from '@bakwacht/api/contract'
import { vehicleDefaults } from '@bakwacht/domain'
import { useQuery } from '@tanstack/react-query'
import { depotsQuery, vehiclesQuery } from '../../api/queries.ts'
import { words } from '../../language/words.ts'
import { NumberField } from '../../parts/number-field.tsx'
import { fieldFault } from '../../parts/refusal.ts'
import { SelectField } from '../../parts/select-field.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { EntryForm } from '../entry-form.tsx'
import { IdField } from '../id-field.tsx'
import type { Loose } from '../loose.ts'
import { useDraft } from '../use-draft.ts'
import { type VehicleDraft, VehicleMore } from './vehicle-more.tsx'

interface VehicleFormProps {
  /** As it is stored; not given: a new one. */
  readonly vehicle?: Vehicle
  readonly onSaved: (vehicle: Vehicle) => void
}

const { cost, shift, type, maxHours, breakMin } = vehicleDefaults
const fresh: Loose<Vehicle> = {
  id: '',
  name: '',
  depot_id: '',
  type,
  payload_kg: null,
  volume_l: null,
  height_m: null,
  width_m: null,
  length_m: null,
  weight_t: null,
  shift,
  max_hours: maxHours,
  break_min: breakMin,
  cost: { fixed: cost.fixed, per_km: cost.perKm, per_hour: cost.perHour },
  unavailable: [],
  driver: null,
  active: true,
}

export function VehicleForm({ vehicle, onSaved }: VehicleFormProps) {
  const said = words().register
  const { data: allDepots = [] } = useQuery(depotsQuery)
  const { data: vehicles = [] } = useQuery(vehiclesQuery)
  const { draft, id, isNew, taken, change, saving, save } = useDraft<VehicleDraft, Vehicle>(
    'vehicles',
    { stored: vehicle, fresh },
    vehicles,
  )
  const depots = allDepots.filter(({ id, active }) => active || id === draft.depot_id)
  const depotId = draft.depot_id === '' ? (depots[0]?.id ?? '') : draft.depot_id
  return (
    <EntryForm
      saving={saving}
      onSave={() => save({ ...draft, id, depot_id: depotId }, onSaved)}
      more={
        <>
          <VehicleMore draft={draft} change={change} />
          <IdField value={id} taken={taken} {...(isNew && { onChange: (id) => change({ id }) })} />
        </>
      }
    >
      <TextField
        label={said.name}
        hint={said.vehicleNameHint}
        value={draft.name}
        onChange={(name) => change({ name })}
        required
        error={fieldFault(saving.error, 'name')}
      />
      <SelectField
        label={said.depot}
        hint={depots.length === 0 ? said.depotFirst : said.vehicleDepotHint}
        value={depotId}
        onChange={(depot_id) => change({ depot_id })}
        choices={depots.map(({ id, name }) => ({ value: id, label: name }))}
        required
        error={fieldFault(saving.error, 'depot_id')}
      />
      <div className="pair">
        <NumberField
          label={said.loadKg}
          hint={said.loadKgHint}
          unit="kg"
          value={draft.payload_kg}
          onChange={(payload_kg) => change({ payload_kg })}
          required
          min={1}
          max={100_000}
        />
        <NumberField
          label={said.loadL}
          hint={said.loadLHint}
          unit="l"
          value={draft.volume_l}
          onChange={(volume_l) => change({ volume_l })}
          required
          min={1}
          max={1_000_000}
        />
      </div>
    </EntryForm>
  )
}
