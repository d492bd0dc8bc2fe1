import type { Run } from '@bakwacht/api/contract'
import { useQuery } from '@tanstack/react-query'
import { vehiclesQuery } from '../api/queries.ts'
import { words } from '../language/words.ts'
import { DampMark, Mark } from '../marks/mark.tsx'
import { HOUSE_PATH } from './house.ts'
import { vehicleHue } from './vehicle-hue.ts'

const MARKS = [
  { mark: 'alarm' },
  { mark: 'must', fill_pct: 87 },
  { mark: 'may', fill_pct: 55 },
  { mark: 'fine', fill_pct: 25 },
  { mark: 'unknown' },
  { mark: 'retired' },
] as const

/** What the marks and lines mean, in words; closed until somebody asks. */
export function Legend({ runs }: { readonly runs: readonly Run[] }) {
  const said = words().map
  return (
    <details className="map-legend">
      <summary>{said.legend}</summary>
      <ul>
        {MARKS.map((bin) => (
          <li key={bin.mark}>
            <Mark {...bin} />
            {said.meaning[bin.mark]}
          </li>
        ))}
        <li>
          <DampMark />
          {said.meaning.damp}
        </li>
        <li>
          <svg className="house" viewBox="0 0 28 28" aria-hidden="true">
            <path d={HOUSE_PATH} />
          </svg>
          {said.meaning.depot}
        </li>
        <Runs runs={runs} />
      </ul>
    </details>
  )
}

function Runs({ runs }: { readonly runs: readonly Run[] }) {
  const vehicles = useQuery(vehiclesQuery).data ?? []
  const ids = [...new Set(runs.map((run) => run.vehicle_id))].sort()
  return (
    <>
      {ids.map((id) => {
        const { hue, dashed } = vehicleHue(id, vehicles)
        return (
          <li key={id}>
            <svg className="run-line" viewBox="0 0 36 8" aria-hidden="true">
              <path
                d="M0 4H36"
                style={{ stroke: `var(--run-${hue})` }}
                strokeDasharray={dashed ? '8 4' : undefined}
              />
            </svg>
            {vehicles.find((vehicle) => vehicle.id === id)?.name ?? id}
          </li>
        )
      })}
    </>
  )
}
