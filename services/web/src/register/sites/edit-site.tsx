import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { sitesQuery } from '../../api/queries.ts'
import { words } from '../../language/words.ts'
import { EditPage, Found } from '../edit-page.tsx'
import { Retire } from '../retire.tsx'
import { SiteForm } from './site-form.tsx'

const LIST = '/register/sites'

export function EditSite({ id }: { readonly id?: string }) {
  const said = words().register
  const [, go] = useLocation()
  const list = useQuery(sitesQuery)
  const back = { to: LIST, label: said.kinds.sites }
  const onSaved = () => go(LIST)
  if (id === undefined)
    return (
      <EditPage title={said.newSite} back={back}>
        <SiteForm onSaved={onSaved} />
      </EditPage>
    )
  return (
    <EditPage title={list.data?.find((site) => site.id === id)?.name ?? id} back={back}>
      <Found id={id} list={list}>
        {(site) => (
          <>
            <SiteForm key={`${id} ${site.active}`} site={site} onSaved={onSaved} />
            <div className="retire">
              <Retire path="sites" thing={site} explanation={said.retirePlace} />
            </div>
          </>
        )}
      </Found>
    </EditPage>
  )
}
