// What the pages ask for, each under the key by which it is refreshed when something happens.
import type {
  Alert,
  Assignment,
  Basemap,
  Calendar,
  CollectionRequest,
  Container,
  ContainerState,
  Depot,
  Device,
  Fleet,
  Session,
  Settings,
  Site,
  Token,
  Vehicle,
} from '@bakwacht/api/contract'
import { queryOptions } from '@tanstack/react-query'
import { ask, askAll, segment } from './ask.ts'
import { askFleet } from './ask-fleet.ts'

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => ask<Session>('/session'),
  staleTime: Number.POSITIVE_INFINITY,
})

export const fleetQuery = queryOptions({
  queryKey: ['fleet'],
  queryFn: ({ client, queryKey, signal }) => askFleet(client.getQueryData<Fleet>(queryKey), signal),
  structuralSharing: false,
})

export const containersQuery = queryOptions({
  queryKey: ['containers'],
  queryFn: ({ signal }) => askAll<Container>('/containers', signal),
})

export const containerQuery = (id: string) =>
  queryOptions({
    queryKey: ['containers', id],
    queryFn: ({ signal }) => ask<Container>(`/containers/${segment(id)}`, { signal }),
  })

export const stateQuery = (id: string) =>
  queryOptions({
    queryKey: ['state', id],
    queryFn: ({ signal }) => ask<ContainerState>(`/containers/${segment(id)}/state`, { signal }),
  })

/** Which devices sat in it when, the newest first. */
export const seatsQuery = (containerId: string) =>
  queryOptions({
    queryKey: ['seats', containerId],
    queryFn: async ({ signal }) => {
      const path = `/containers/${segment(containerId)}/devices`
      const { items } = await ask<{ items: readonly Assignment[] }>(path, { signal })
      return items.toReversed()
    },
  })

export const deviceQuery = (id: string) =>
  queryOptions({
    queryKey: ['devices', id],
    queryFn: ({ signal }) => ask<Device>(`/devices/${segment(id)}`, { signal }),
  })

export const openRequestsQuery = (containerId: string) =>
  queryOptions({
    queryKey: ['requests', containerId],
    queryFn: async ({ signal }) => {
      const path = `/containers/${segment(containerId)}/requests`
      return (await ask<{ items: readonly CollectionRequest[] }>(path, { signal })).items
    },
  })

/** Open and past ones, the newest hundred. */
export const containerAlertsQuery = (containerId: string) =>
  queryOptions({
    queryKey: ['alerts', containerId],
    queryFn: async ({ signal }) => {
      const path = `/alerts?container_id=${segment(containerId)}&limit=100`
      return (await ask<{ items: readonly Alert[] }>(path, { signal })).items
    },
  })

export const openAlertsQuery = queryOptions({
  queryKey: ['alerts'],
  queryFn: ({ signal }) => askAll<Alert>('/alerts?open=true', signal),
})

export const depotsQuery = queryOptions({
  queryKey: ['depots'],
  queryFn: ({ signal }) => askAll<Depot>('/depots', signal),
})

export const vehiclesQuery = queryOptions({
  queryKey: ['vehicles'],
  queryFn: ({ signal }) => askAll<Vehicle>('/vehicles', signal),
})

export const sitesQuery = queryOptions({
  queryKey: ['sites'],
  queryFn: ({ signal }) => askAll<Site>('/sites', signal),
})

export const devicesQuery = queryOptions({
  queryKey: ['devices'],
  queryFn: ({ signal }) => askAll<Device>('/devices', signal),
})

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => ask<Settings>('/settings', { signal }),
})

/** As they are before anybody changes them. */
export const defaultSettingsQuery = queryOptions({
  queryKey: ['settings', 'defaults'],
  queryFn: ({ signal }) => ask<Settings>('/settings/defaults', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
})

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: ({ signal }) => askAll<Token>('/tokens', signal),
})

export const calendarQuery = queryOptions({
  queryKey: ['calendar'],
  queryFn: ({ signal }) => ask<Calendar>('/calendar', { signal }),
})

/** It changes when somebody imports another. */
export const basemapQuery = queryOptions({
  queryKey: ['basemap'],
  queryFn: ({ signal }) => ask<Basemap>('/basemap', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
})
