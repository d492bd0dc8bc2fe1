// Whether the greeting is due: something without which nothing can be planned is missing, or somebody
// here has begun with it and has not yet said that it is enough.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { depotsQuery, fleetQuery, vehiclesQuery } from '../api/queries.ts'

const KEPT = 'bakwacht-first-run'

export interface FirstRunState {
  readonly depot: boolean
  readonly vehicle: boolean
  readonly containers: number
}

/** What is there already; `undefined` until all of it is known. */
export function useWhatIsThere(): FirstRunState | undefined {
  const depots = useQuery(depotsQuery).data
  const vehicles = useQuery(vehiclesQuery).data
  const fleet = useQuery(fleetQuery).data
  if (depots === undefined || vehicles === undefined || fleet === undefined) return undefined
  return {
    depot: depots.some(({ active }) => active),
    vehicle: vehicles.some(({ active }) => active),
    containers: fleet.features.filter(({ properties }) => properties.mark !== 'retired').length,
  }
}

export interface FirstRunDue {
  readonly due: boolean
  /** From now on the desk stands in its place. */
  readonly finish: () => void
}

export function useFirstRun(): FirstRunDue {
  const there = useWhatIsThere()
  const [begun, setBegun] = useState(() => localStorage.getItem(KEPT) !== null)
  const missing = there !== undefined && !(there.depot && there.vehicle && there.containers > 0)
  if (missing && !begun) {
    localStorage.setItem(KEPT, 'begun')
    setBegun(true)
  }
  const finish = () => {
    localStorage.removeItem(KEPT)
    setBegun(false)
  }
  return { due: missing || (begun && there !== undefined), finish }
}
