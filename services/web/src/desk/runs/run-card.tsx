// One vehicle's shift: when, how much, and its stops in their order.
import type { Run } from '@bakwacht/api/contract'
import { type CSSProperties, useEffect } from 'react'
import { clock, euro, kilometres, number, percent, weight } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import { vehicleHue } from '../../map/vehicle-hue.ts'
import { useDesk, vehicleName } from '../desk-context.ts'
import { binStops, tripLoads } from './plan-sums.ts'
import { RunActions } from './run-actions.tsx'
import { StopRow } from './stop-row.tsx'
import type { StopDrag } from './use-stop-drag.ts'

interface RunCardProps {
  readonly run: Run
  readonly drag: StopDrag
  readonly isOpen: boolean
  readonly onTurn: () => void
}

export function RunCard({ run, drag, isOpen, onTurn }: RunCardProps) {
  const desk = useDesk()
  const said = words().desk.run
  const name = vehicleName(desk, run)
  const { selected } = desk
  const { hue } = vehicleHue(run.vehicle_id, [...desk.vehicles.values()])
  const holdsSelected = run.stops.some(
    ({ container_id }) => container_id !== null && container_id === selected,
  )
  // What is chosen on the map is shown here, also in a run that is folded.
  useEffect(() => {
    if (holdsSelected && !isOpen) onTurn()
  }, [holdsSelected, selected])
  return (
    <article
      className="run"
      style={{ '--hue': `var(--run-${hue})` } as CSSProperties}
      data-run-id={run.id}
    >
      <header>
        <h2>
          <button
            type="button"
            className="fold"
            aria-expanded={isOpen}
            aria-label={said.show(name)}
            onClick={onTurn}
          >
            {isOpen ? '▾' : '▸'}
          </button>
          <span>
            {name}{' '}
            <span className="run-hours">
              {clock(run.departure)}–{clock(run.arrival)}
            </span>
          </span>
        </h2>
        <RunActions run={run} name={name} />
        <RunFigures run={run} />
        <Loads run={run} />
      </header>
      {isOpen && (
        <ol className={drag.at?.runId === run.id && drag.at.beforeStopId === null ? 'at-end' : ''}>
          {run.stops.map((stop) => (
            <StopRow key={stop.id} run={run} stop={stop} drag={drag} />
          ))}
        </ol>
      )}
    </article>
  )
}

function RunFigures({ run }: { readonly run: Run }) {
  const said = words().desk
  const bins = binStops(run)
  const done = bins.filter(({ result }) => result !== null).length
  const figures = [
    said.bins(bins.length, number(bins.length)),
    weight(run.totals.kg),
    kilometres(run.totals.distance_m),
    euro(run.totals.cost),
    ...(run.driver === null ? [] : [run.driver]),
  ]
  return (
    <p className="run-figures">
      <span className={`run-status ${run.status}`}>{said.run.status[run.status]}</span>
      {done > 0 && <strong>{said.run.progress(number(done), number(bins.length))}</strong>}{' '}
      {figures.join(' · ')}
    </p>
  )
}

function Loads({ run }: { readonly run: Run }) {
  const { vehicles } = useDesk()
  const said = words().desk.run
  const vehicle = vehicles.get(run.vehicle_id)
  if (vehicle === undefined) return null
  const loads = tripLoads(run, vehicle)
  return (
    <ul className="loads">
      {loads.map(({ trip, kg, l, fraction, by }) => {
        const carried = by === 'kg' ? `${number(kg)} kg` : `${number(l)} l`
        const most =
          by === 'kg' ? `${number(vehicle.payload_kg)} kg` : `${number(vehicle.volume_l)} l`
        const load = said.load(carried, most, percent(fraction * 100))
        return (
          <li key={trip}>
            <span className="bar" aria-hidden="true">
              <span style={{ width: `${Math.min(fraction, 1) * 100}%` }} />
            </span>
            <span>{loads.length > 1 ? said.trip(trip, load) : load}</span>
          </li>
        )
      })}
    </ul>
  )
}
