// The fleet: what there is, in a list for each kind, and a form for each of them.
import { useEffect, useRef } from 'react'
import { Link, Route, Switch, useLocation } from 'wouter'
import { words } from '../language/words.ts'
import { ContainerList } from './containers/container-list.tsx'
import { EditContainer } from './containers/edit-container.tsx'
import { DepotList } from './depots/depot-list.tsx'
import { EditDepot } from './depots/edit-depot.tsx'
import { AddDevice } from './devices/add-device.tsx'
import { DeviceList } from './devices/device-list.tsx'
import { DevicePage } from './devices/device-page.tsx'
import { ImportPage } from './import/import-page.tsx'
import { EditSite } from './sites/edit-site.tsx'
import { SiteList } from './sites/site-list.tsx'
import { EditVehicle } from './vehicles/edit-vehicle.tsx'
import { VehicleList } from './vehicles/vehicle-list.tsx'
import '../parts/tabs.css'
import './register.css'

const TABS = ['containers', 'devices', 'depots', 'vehicles', 'sites'] as const

export default function Register() {
  const said = words().register
  const [path] = useLocation()
  const open = tabOf(path)
  const content = useRef<HTMLDivElement>(null)
  const shown = useRef(path)
  useEffect(() => {
    // Another page within this one: what reads aloud begins at its heading.
    if (shown.current !== path) content.current?.focus()
    shown.current = path
  }, [path])
  return (
    <div className="register" ref={content} tabIndex={-1}>
      <nav className="tabs" aria-label={said.tabs}>
        {TABS.map((tab) => (
          <Link
            key={tab}
            href={`/register/${tab}`}
            aria-current={tab === open ? 'page' : undefined}
          >
            {said.kinds[tab]}
          </Link>
        ))}
      </nav>
      <Switch>
        <Route path="/register/add/container">
          <EditContainer />
        </Route>
        <Route path="/register/add/depot">
          <EditDepot />
        </Route>
        <Route path="/register/add/vehicle">
          <EditVehicle />
        </Route>
        <Route path="/register/add/site">
          <EditSite />
        </Route>
        <Route path="/register/add/device">
          <AddDevice />
        </Route>
        <Route path="/register/devices" component={DeviceList} />
        <Route path="/register/devices/:id">{({ id }) => <DevicePage id={id} />}</Route>
        <Route path="/register/import" component={ImportPage} />
        <Route path="/register/depots" component={DepotList} />
        <Route path="/register/depots/:id">{({ id }) => <EditDepot id={id} />}</Route>
        <Route path="/register/vehicles" component={VehicleList} />
        <Route path="/register/vehicles/:id">{({ id }) => <EditVehicle id={id} />}</Route>
        <Route path="/register/sites" component={SiteList} />
        <Route path="/register/sites/:id">{({ id }) => <EditSite id={id} />}</Route>
        <Route path="/register/containers/:id">{({ id }) => <EditContainer id={id} />}</Route>
        <Route component={ContainerList} />
      </Switch>
    </div>
  )
}

/** The list that a page belongs to: what is added, and the file of containers, too. */
function tabOf(path: string): string {
  const [, , part = 'containers', kind] = path.split('/')
  if (part === 'import') return 'containers'
  return part === 'add' ? `${kind}s` : part
}
