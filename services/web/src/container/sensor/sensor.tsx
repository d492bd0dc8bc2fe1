// The sensor: whether it works, in one sentence; then its details, and which sat here before.
import type { Assignment, ContainerState } from '@bakwacht/api/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { segment } from '../../api/ask.ts'
import { useMay } from '../../api/may.ts'
import { deviceQuery, seatsQuery } from '../../api/queries.ts'
import { moment, withUnit } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import { Failed } from '../../parts/failed.tsx'
import { Waiting } from '../../parts/status.tsx'
import { diagnosisOf, signalOf } from './diagnosis.ts'
import { Verdict } from './verdict.tsx'

interface SensorProps {
  readonly id: string
  readonly state: ContainerState
}

export function Sensor({ id, state }: SensorProps) {
  const said = words().container.sensor
  const seats = useQuery(seatsQuery(id))
  const current = seats.data?.find(({ to }) => to === null)
  return (
    <section aria-labelledby="sensor">
      <h2 id="sensor">{said.title}</h2>
      {seats.isError ? (
        <Failed again={seats.refetch} />
      ) : seats.data === undefined ? (
        <Waiting />
      ) : (
        <>
          <Verdict diagnosis={diagnosisOf(state, current !== undefined)} state={state} />
          {current !== undefined && <Details seat={current} state={state} />}
          <Seats seats={seats.data} />
          <ToDevices id={id} current={current?.device_id} />
        </>
      )}
    </section>
  )
}

interface ToDevicesProps {
  readonly id: string
  /** The sensor that sits there now. */
  readonly current: string | undefined
}

/** Where sensors are tied to containers, moved and taken out. */
function ToDevices({ id, current }: ToDevicesProps) {
  const mayTie = useMay('device-manager')
  return (
    <p className="links">
      {current !== undefined && (
        <Link href={`/register/devices/${segment(current)}`}>{words().container.sensor.toIt}</Link>
      )}
      {current === undefined && mayTie && (
        <Link href={`/register/add/device?container=${segment(id)}`}>
          {words().register.tieSensor}
        </Link>
      )}
      <Link href="/register/devices">{words().container.sensor.toAll}</Link>
    </p>
  )
}

interface DetailsProps {
  readonly seat: Assignment
  readonly state: ContainerState
}

function Details({ seat, state: { last_reading_at: heard, latest, readings } }: DetailsProps) {
  const said = words().container.sensor
  const { data: device } = useQuery(deviceQuery(seat.device_id))
  const rssi = readings.findLast(({ rssi_dbm }) => rssi_dbm !== null)?.rssi_dbm ?? null
  const battery = latest?.battery_v ?? null
  const report = device?.config?.report_s
  const details: readonly (readonly [string, string])[] = [
    [said.id, seat.device_id],
    [said.lastContact, heard === null ? said.never : moment(heard)],
    [said.battery, battery === null ? '–' : withUnit(battery, 'V', 2)],
    [said.signal, rssi === null ? '–' : `${said[signalOf(rssi)]} (${withUnit(rssi, 'dBm')})`],
    [said.firmware, device?.status?.fw ?? '–'],
    [said.reports, report === undefined ? '–' : said.every(Math.round(report / 60))],
  ]
  return (
    <dl className="details">
      {details.map(([name, value]) => (
        <div key={name}>
          <dt className="quiet">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Seats({ seats }: { readonly seats: readonly Assignment[] }) {
  const said = words().container.sensor
  if (seats.length === 0) return null
  return (
    <details>
      <summary>{said.history(seats.length)}</summary>
      <ul className="rows">
        {seats.map(({ device_id: device, from, to }) => (
          <li key={`${device} ${from}`}>
            {to === null
              ? said.sitsSince(device, moment(from))
              : said.satFrom(device, moment(from), moment(to))}
          </li>
        ))}
      </ul>
    </details>
  )
}
