// Ties a sensor to a container: its code, the container, done. A new one gets its secret here, once.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { Refused } from '../../api/ask.ts'
import { useMay } from '../../api/may.ts'
import { devicesQuery, fleetQuery } from '../../api/queries.ts'
import { words } from '../../language/words.ts'
import { Failed } from '../../parts/failed.tsx'
import { refusal } from '../../parts/refusal.ts'
import { Status, Waiting } from '../../parts/status.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { EditPage } from '../edit-page.tsx'
import { CodeField } from './code-field.tsx'
import { ContainerField } from './container-field.tsx'
import { Tied } from './tied.tsx'
import { useTie } from './use-tie.ts'
import './devices.css'

export function AddDevice() {
  const said = words().devices
  const may = useMay('device-manager')
  const [params] = useSearchParams()
  const [code, setCode] = useState(params.get('device') ?? '')
  const [containerId, setContainerId] = useState(params.get('container') ?? '')
  const [since, setSince] = useState('')
  const fleet = useQuery(fleetQuery)
  const devices = useQuery(devicesQuery)
  const tie = useTie()
  const device = devices.data?.find(({ id }) => id === code)
  const nameOf = (id: string | null) =>
    fleet.data?.features.find((feature) => feature.id === id)?.properties.name ?? id ?? ''
  const sitsAlready = devices.data?.find(
    ({ id, active, container_id }) => active && id !== code && container_id === containerId,
  )
  const again = () => {
    tie.reset()
    setCode('')
    setContainerId('')
    setSince('')
  }
  return (
    <EditPage
      title={said.tieTitle}
      back={{ to: '/register/devices', label: words().register.kinds.devices }}
    >
      {!may && <p role="alert">{said.notYours}</p>}
      {(fleet.isError || devices.isError) && (
        <Failed again={() => Promise.all([fleet.refetch(), devices.refetch()])} />
      )}
      {(fleet.isPending || devices.isPending) && <Waiting />}
      {tie.isSuccess && (
        <Tied
          code={tie.variables.code}
          name={nameOf(tie.variables.containerId)}
          id={tie.variables.containerId}
          secret={tie.data}
          again={again}
        />
      )}
      {may && !tie.isSuccess && fleet.data !== undefined && devices.data !== undefined && (
        <form
          className="entry"
          onSubmit={(event) => {
            event.preventDefault()
            tie.mutate({ code, containerId, since, registered: device !== undefined })
          }}
        >
          <CodeField value={code} onChange={setCode} />
          <ContainerField fleet={fleet.data} value={containerId} onChange={setContainerId} />
          <details>
            <summary>{said.sinceEarlier}</summary>
            <TextField
              type="date"
              label={said.sinceDay}
              hint={said.sinceHint}
              optional
              value={since}
              onChange={setSince}
            />
          </details>
          {device?.active === false && <p className="fault">{said.wasRetired}</p>}
          {device?.container_id && device.container_id !== containerId && (
            <p>{said.willMove(nameOf(device.container_id))}</p>
          )}
          {containerId !== '' && sitsAlready !== undefined && (
            <p>{said.willReplace(sitsAlready.id)}</p>
          )}
          <div className="choices">
            <button
              type="submit"
              className="main"
              disabled={tie.isPending || containerId === '' || device?.active === false}
            >
              {tie.isPending ? words().parts.saving : said.tie}
            </button>
            <Status fault={isTooEarly(tie.error) ? said.laterKnown : refusal(tie.error)} />
          </div>
        </form>
      )}
    </EditPage>
  )
}

/** Where it, or what the container had, sat later is known already. */
const isTooEarly = (error: unknown) => error instanceof Refused && error.problem.code === 'conflict'
