import type { Container } from '@bakwacht/api/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { depotsQuery, sitesQuery } from '../../api/queries.ts'
import { words } from '../../language/words.ts'
import { NumberField } from '../../parts/number-field.tsx'
import { fieldFault, refusal } from '../../parts/refusal.ts'
import { SelectField } from '../../parts/select-field.tsx'
import { Status } from '../../parts/status.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { refreshContainer } from '../refresh.ts'
import { AccessTimes } from './access-times.tsx'
import { changeContainer } from './change-container.ts'
import { changesOf, type Draft, draftOf } from './draft.ts'
import { VehicleTypes } from './vehicle-types.tsx'

interface SettingsFormProps {
  readonly container: Container
  readonly onSaved: () => void
  readonly onClose: () => void
}

export function SettingsForm({ container, onSaved, onClose }: SettingsFormProps) {
  const said = words().container.settings
  const parts = words().parts
  const [draft, setDraft] = useState(() => draftOf(container))
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: () => changeContainer(container.id, changesOf(draft)),
    onSuccess: async () => {
      await refreshContainer(client)
      onSaved()
    },
  })
  const { data: depots = [] } = useQuery(depotsQuery)
  const { data: sites = [] } = useQuery(sitesQuery)

  /** What a field of this name needs: its value, how it changes, and what the API said of it. */
  const bound = <Key extends keyof Draft>(key: Key) => ({
    label: said[key],
    value: draft[key],
    onChange: (value: Draft[Key]) => setDraft((now) => ({ ...now, [key]: value })),
    error: fieldFault(save.error, key),
  })
  return (
    <form
      className="settings-form"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <TextField {...bound('name')} required />
      <NumberField
        {...bound('capacity_l')}
        unit={said.litres}
        hint={said.capacityHint}
        required
        min={1}
        max={100_000}
      />
      <NumberField
        {...bound('fill_threshold_pct')}
        unit="%"
        hint={said.fullFromHint}
        required
        min={1}
        max={100}
      />
      <NumberField
        {...bound('service_min')}
        unit={said.minutes}
        hint={said.serviceHint}
        required
        min={0}
        max={480}
      />
      <NumberField
        {...bound('max_days_between_visits')}
        unit={said.days}
        hint={said.daysHint}
        required
        min={1}
        max={366}
      />
      <AccessTimes {...bound('access')} />
      <VehicleTypes {...bound('vehicle_types')} />
      <fieldset>
        <legend>{said.place}</legend>
        <p className="quiet">{said.placeHint}</p>
        <NumberField
          {...bound('latitude')}
          required
          min={-90}
          max={90}
          error={fieldFault(save.error, 'location')}
        />
        <NumberField {...bound('longitude')} required min={-180} max={180} />
        <TextField {...bound('municipality')} hint={said.municipalityHint} optional />
        <SelectField
          {...bound('site_id')}
          hint={said.siteHint}
          choices={withNone(sites, said.noSite)}
        />
        <SelectField
          {...bound('depot_id')}
          hint={said.depotHint}
          choices={withNone(depots, said.anyDepot)}
        />
      </fieldset>
      <p className="choices">
        <button type="submit" className="main" disabled={save.isPending}>
          {save.isPending ? parts.saving : parts.save}
        </button>
        <button type="button" onClick={onClose}>
          {parts.cancel}
        </button>
      </p>
      <Status fault={refusal(save.error)} />
    </form>
  )
}

const withNone = (
  named: readonly { readonly id: string; readonly name: string }[],
  none: string,
) => [{ value: '', label: none }, ...named.map(({ id, name }) => ({ value: id, label: name }))]
