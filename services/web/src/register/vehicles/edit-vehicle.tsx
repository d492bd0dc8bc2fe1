import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { vehiclesQuery } from '../../api/queries.ts'
import { words } from '../../language/words.ts'
import { EditPage, Found } from '../edit-page.tsx'
import { Retire } from '../retire.tsx'
import { VehicleForm } from './vehicle-form.tsx'

const LIST = '/register/vehicles'

export function EditVehicle({ id }: { readonly id?: string }) {
  const said = words().register
  const [, go] = useLocation()
  const list = useQuery(vehiclesQuery)
  const back = { to: LIST, label: said.kinds.vehicles }
  const onSaved = () => go(LIST)
  if (id === undefined)
    return (
      <EditPage title={said.newVehicle} back={back}>
        <VehicleForm onSaved={onSaved} />
      </EditPage>
    )
  return (
    <EditPage title={list.data?.find((vehicle) => vehicle.id === id)?.name ?? id} back={back}>
      <Found id={id} list={list}>
        {(vehicle) => (
          <>
            <VehicleForm key={`${id} ${vehicle.active}`} vehicle={vehicle} onSaved={onSaved} />
            <div className="retire">
              <Retire path="vehicles" thing={vehicle} explanation={said.retireVehicle} />
            </div>
          </>
        )}
      </Found>
    </EditPage>
  )
}
