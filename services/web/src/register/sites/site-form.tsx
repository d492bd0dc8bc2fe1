import type { Site } from '@bakwacht/api/contract'
import { siteDefaults } from '@bakwacht/domain'
import { useQuery } from '@tanstack/react-query'
import { sitesQuery } from '../../api/queries.ts'
import { words } from '../../language/words.ts'
import { NumberField } from '../../parts/number-field.tsx'
import { fieldFault } from '../../parts/refusal.ts'
import { TextField } from '../../parts/text-field.tsx'
import { AccessField } from '../access-field.tsx'
import { EntryForm } from '../entry-form.tsx'
import { IdField } from '../id-field.tsx'
import type { Loose } from '../loose.ts'
import { PlaceField } from '../place/place-field.tsx'
import { useDraft } from '../use-draft.ts'

interface SiteFormProps {
  /** As it is stored; not given: a new one. */
  readonly site?: Site
  readonly onSaved: (site: Site) => void
}

const fresh: Loose<Site> = {
  id: '',
  name: '',
  location: null,
  site_min: siteDefaults.siteMin,
  access: [],
  active: true,
}

export function SiteForm({ site, onSaved }: SiteFormProps) {
  const said = words().register
  const { data: sites = [] } = useQuery(sitesQuery)
  const { draft, id, isNew, taken, change, saving, save } = useDraft<Loose<Site>, Site>(
    'sites',
    { stored: site, fresh },
    sites,
  )
  return (
    <EntryForm
      saving={saving}
      onSave={() => save({ ...draft, id }, onSaved)}
      more={
        <>
          <NumberField
            label={said.siteMin}
            hint={said.siteMinHint}
            unit={said.minutes}
            value={draft.site_min}
            onChange={(site_min) => change({ site_min })}
            required
            min={0}
            max={480}
          />
          <AccessField value={draft.access} onChange={(access) => change({ access })} />
          <IdField value={id} taken={taken} {...(isNew && { onChange: (id) => change({ id }) })} />
        </>
      }
    >
      <TextField
        label={said.name}
        value={draft.name}
        onChange={(name) => change({ name })}
        required
        error={fieldFault(saving.error, 'name')}
      />
      <PlaceField value={draft.location} onChange={(location) => change({ location })} />
    </EntryForm>
  )
}
