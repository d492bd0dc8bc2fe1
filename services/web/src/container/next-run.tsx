import { useQuery } from '@tanstack/react-query'
import { runQuery } from '../api/plans.ts'
import { vehiclesQuery } from '../api/queries.ts'
import { words } from '../language/words.ts'

interface NextRunProps {
  readonly runId: string
  readonly containerId: string
}

/** With which vehicle, and as which of its stops. Says nothing until that is known. */
export function NextRun({ runId, containerId }: NextRunProps) {
  const { data: run } = useQuery(runQuery(runId))
  const { data: vehicles } = useQuery(vehiclesQuery)
  const stops = run?.stops.filter(({ kind }) => kind === 'container') ?? []
  const place = stops.findIndex((stop) => stop.container_id === containerId)
  if (run === undefined || vehicles === undefined || place === -1) return null
  const name = vehicles.find(({ id }) => id === run.vehicle_id)?.name ?? run.vehicle_id
  return <p>{words().container.why.inRun(name, place + 1, stops.length)}</p>
}
