import type { Container } from '@bakwacht/api/contract'
import { useQuery } from '@tanstack/react-query'
import { depotsQuery, sitesQuery } from '../../api/queries.ts'
import { words } from '../../language/words.ts'
import { NumberField } from '../../parts/number-field.tsx'
import { SelectField } from '../../parts/select-field.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { AccessField } from '../access-field.tsx'
import type { Loose } from '../loose.ts'
import { VehicleTypesField } from './vehicle-types-field.tsx'

interface ContainerMoreProps {
  readonly draft: Loose<Container>
  readonly change: (changed: Partial<Loose<Container>>) => void
}

/** What has a usual value. */
export function ContainerMore({ draft, change }: ContainerMoreProps) {
  const said = words().register
  const { data: depots = [] } = useQuery(depotsQuery)
  const { data: sites = [] } = useQuery(sitesQuery)
  return (
    <>
      <TextField
        label={said.note}
        hint={said.noteHint}
        optional
        maxLength={500}
        value={draft.note ?? ''}
        onChange={(text) => change({ note: text === '' ? null : text })}
      />
      <TextField
        label={said.municipality}
        hint={said.municipalityHint}
        optional
        value={draft.municipality ?? ''}
        onChange={(text) => change({ municipality: text === '' ? null : text })}
      />
      <SelectField
        label={said.depot}
        value={draft.depot_id ?? ''}
        onChange={(depot) => change({ depot_id: depot === '' ? null : depot })}
        choices={[{ value: '', label: said.nearestDepot }, ...choicesOf(depots, draft.depot_id)]}
      />
      <SelectField
        label={said.site}
        hint={said.siteHint}
        value={draft.site_id ?? ''}
        onChange={(site) => change({ site_id: site === '' ? null : site })}
        choices={[{ value: '', label: said.noSite }, ...choicesOf(sites, draft.site_id)]}
      />
      <NumberField
        label={said.fullFrom}
        hint={said.fullFromHint}
        unit="%"
        value={draft.fill_threshold_pct}
        onChange={(fill_threshold_pct) => change({ fill_threshold_pct })}
        required
        min={1}
        max={100}
      />
      <div className="pair">
        <NumberField
          label={said.serviceMin}
          unit={said.minutes}
          value={draft.service_min}
          onChange={(service_min) => change({ service_min })}
          required
          min={0}
          max={480}
        />
        <NumberField
          label={said.maxDays}
          unit={said.days}
          value={draft.max_days_between_visits}
          onChange={(max_days_between_visits) => change({ max_days_between_visits })}
          required
          min={1}
          max={366}
        />
        <NumberField
          label={said.emptyDistance}
          unit="mm"
          optional
          value={draft.empty_distance_mm}
          onChange={(empty_distance_mm) => change({ empty_distance_mm })}
          min={1}
          max={20_000}
        />
        <NumberField
          label={said.fullDistance}
          unit="mm"
          optional
          value={draft.full_distance_mm}
          onChange={(full_distance_mm) => change({ full_distance_mm })}
          min={0}
          max={(draft.empty_distance_mm ?? 20_001) - 1}
        />
      </div>
      <p className="quiet">{said.distanceHint}</p>
      <VehicleTypesField
        value={draft.vehicle_types}
        onChange={(vehicle_types) => change({ vehicle_types })}
      />
      <AccessField value={draft.access} onChange={(access) => change({ access })} />
    </>
  )
}

interface Place {
  readonly id: string
  readonly name: string
  readonly active: boolean
}

/** Those in use, and the one that is chosen. */
const choicesOf = (places: readonly Place[], chosen: string | null | undefined) =>
  places
    .filter(({ id, active }) => active || id === chosen)
    .map(({ id, name }) => ({ value: id, label: name }))
