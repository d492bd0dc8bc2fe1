import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { depotsQuery } from '../../api/queries.ts'
import { words } from '../../language/words.ts'
import { EditPage, Found } from '../edit-page.tsx'
import { Retire } from '../retire.tsx'
import { DepotForm } from './depot-form.tsx'

const LIST = '/register/depots'

export function EditDepot({ id }: { readonly id?: string }) {
  const said = words().register
  const [, go] = useLocation()
  const list = useQuery(depotsQuery)
  const back = { to: LIST, label: said.kinds.depots }
  const onSaved = () => go(LIST)
  if (id === undefined)
    return (
      <EditPage title={said.newDepot} back={back}>
        <DepotForm onSaved={onSaved} />
      </EditPage>
    )
  return (
    <EditPage title={list.data?.find((depot) => depot.id === id)?.name ?? id} back={back}>
      <Found id={id} list={list}>
        {(depot) => (
          <>
            <DepotForm key={`${id} ${depot.active}`} depot={depot} onSaved={onSaved} />
            <div className="retire">
              <Retire path="depots" thing={depot} explanation={said.retirePlace} />
            </div>
          </>
        )}
      </Found>
    </EditPage>
  )
}
