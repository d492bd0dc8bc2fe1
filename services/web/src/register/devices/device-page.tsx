// One sensor: where it sits and sat, and what can be done with it.
import type { Assignment, Device } from '@bakwacht/api/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { ask, segment } from '../../api/ask.ts'
import { useMay } from '../../api/may.ts'
import { devicesQuery, fleetQuery } from '../../api/queries.ts'
import { moment } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import { EditPage, Found } from '../edit-page.tsx'
import { DeviceActions } from './device-actions.tsx'
import './devices.css'

export function DevicePage({ id }: { readonly id: string }) {
  const list = useQuery(devicesQuery)
  return (
    <EditPage title={id} back={{ to: '/register/devices', label: words().register.kinds.devices }}>
      <Found id={id} list={list}>
        {(device) => <DeviceCard device={device} />}
      </Found>
    </EditPage>
  )
}

function DeviceCard({ device }: { readonly device: Device }) {
  const said = words().devices
  const may = useMay('device-manager')
  const features = useQuery(fleetQuery).data?.features
  const nameOf = (id: string) =>
    features?.find((feature) => feature.id === id)?.properties.name ?? id
  const { container_id: containerId, status, active } = device
  return (
    <>
      <p>
        {!active && said.heard.retired}
        {active && containerId === null && said.heard.loose}
        {containerId !== null && (
          <>
            {said.sitsIn}{' '}
            <Link href={`/containers/${segment(containerId)}`}>{nameOf(containerId)}</Link>
          </>
        )}
      </p>
      <p className="quiet">
        {status === null
          ? said.saidNothing
          : said.lastSaid(moment(status.at), status.online, status.fw)}
      </p>
      {may && active && <DeviceActions device={device} />}
      <History id={device.id} nameOf={nameOf} />
    </>
  )
}

interface HistoryProps {
  readonly id: string
  readonly nameOf: (containerId: string) => string
}

function History({ id, nameOf }: HistoryProps) {
  const said = words().devices
  const { data } = useQuery({
    queryKey: ['device', id, 'assignments'],
    queryFn: ({ signal }) =>
      ask<{ items: readonly Assignment[] }>(`/devices/${segment(id)}/assignments`, { signal }),
  })
  if (data === undefined || data.items.length === 0) return null
  return (
    <>
      <h2>{said.history}</h2>
      <ul className="rows">
        {data.items.toReversed().map(({ container_id: container, from, to }) => (
          <li key={`${container} ${from}`}>
            <Link href={`/containers/${segment(container)}`}>{nameOf(container)}</Link>
            <span className="quiet">
              {to === null ? said.since(moment(from)) : said.during(moment(from), moment(to))}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
