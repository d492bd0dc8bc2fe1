import type { Device } from '@bakwacht/api/contract'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import { segment } from '../../api/ask.ts'
import { useMay } from '../../api/may.ts'
import { devicesQuery, fleetQuery, openAlertsQuery } from '../../api/queries.ts'
import { moment, number } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import { Failed } from '../../parts/failed.tsx'
import { SelectField } from '../../parts/select-field.tsx'
import { Waiting } from '../../parts/status.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { type DeviceRow, deviceRows, filteredDevices, HEARD, type Heard } from './device-rows.ts'
import { Strangers } from './strangers.tsx'
import './devices.css'

export function DeviceList() {
  const said = words().devices
  const devices = useQuery(devicesQuery)
  const may = useMay('device-manager')
  return (
    <>
      <div className="list-head">
        <h1>{words().register.kinds.devices}</h1>
        {may && (
          <Link href="/register/add/device" className="button main">
            {said.tieTitle}
          </Link>
        )}
      </div>
      <Strangers />
      {devices.data !== undefined && <Devices devices={devices.data} />}
      {devices.data === undefined &&
        (devices.isError ? <Failed again={devices.refetch} /> : <Waiting />)}
    </>
  )
}

function Devices({ devices }: { readonly devices: readonly Device[] }) {
  const said = words().devices
  const [text, setText] = useState('')
  const [heard, setHeard] = useState<Heard | ''>('')
  const features = useQuery(fleetQuery).data?.features
  const alerts = useQuery(openAlertsQuery).data
  const rows = useMemo(
    () => deviceRows(devices, features ?? [], alerts ?? []),
    [devices, features, alerts],
  )
  const shown = useMemo(() => filteredDevices(rows, text, heard), [rows, text, heard])
  if (devices.length === 0) return <p>{said.noneYet}</p>
  const choices = HEARD.map((one) => ({
    value: one,
    label: `${said.heard[one]} (${filteredDevices(rows, '', one).length})`,
  }))
  return (
    <>
      <search className="filters">
        <TextField type="search" label={said.search} value={text} onChange={setText} />
        <SelectField
          label={words().register.state}
          value={heard}
          onChange={(value) => setHeard(HEARD.find((one) => one === value) ?? '')}
          choices={[{ value: '', label: words().register.inUse }, ...choices]}
        />
      </search>
      <p role="status">{said.count(shown.length, number(shown.length))}</p>
      {shown.length > 0 && (
        <Table
          caption={words().register.kinds.devices}
          columns={columns()}
          rows={shown}
          rowKey={({ id }) => id}
        />
      )}
    </>
  )
}

function columns(): readonly Column<DeviceRow>[] {
  const said = words().devices
  return [
    {
      key: 'code',
      label: said.code,
      sort: ({ id }) => id,
      cell: ({ id }) => (
        <Link href={`/register/devices/${segment(id)}`} className="row-link">
          {id}
        </Link>
      ),
    },
    {
      key: 'heard',
      label: words().register.state,
      sort: ({ heard }) => HEARD.indexOf(heard),
      cell: ({ heard }) => <span className={`heard ${heard}`}>{said.heard[heard]}</span>,
    },
    {
      key: 'container',
      label: said.container,
      sort: ({ containerName }) => containerName,
      cell: ({ containerId, containerName }) =>
        containerId === null ? (
          '–'
        ) : (
          <Link href={`/containers/${segment(containerId)}`} className="row-link">
            {containerName}
          </Link>
        ),
    },
    {
      key: 'reading',
      label: words().register.lastReading,
      sort: ({ lastReadingAt }) => lastReadingAt,
      cell: ({ lastReadingAt }) =>
        lastReadingAt === null ? words().register.never : moment(lastReadingAt),
    },
  ]
}
