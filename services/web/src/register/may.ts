// What this session may do, so that nobody is offered what the API will refuse.
import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '../api/queries.ts'

export interface Rights {
  /** Containers, depots, vehicles, sites. */
  readonly edit: boolean
  /** Devices: their secrets, where they sit. */
  readonly devices: boolean
}

export function useRights(): Rights {
  const { data } = useQuery(sessionQuery)
  const role = data?.role
  return {
    edit: role === 'admin' || role === 'planner',
    devices: role === 'admin' || role === 'device-manager',
  }
}
