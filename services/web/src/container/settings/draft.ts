// A container's settings as they stand in the form, and back.
import type { Container, NewContainer } from '@bakwacht/api/contract'

export interface Draft {
  readonly name: string
  readonly municipality: string
  readonly depot_id: string
  readonly site_id: string
  readonly latitude: number | null
  readonly longitude: number | null
  readonly capacity_l: number | null
  readonly fill_threshold_pct: number | null
  readonly service_min: number | null
  readonly max_days_between_visits: number | null
  readonly access: Container['access']
  readonly vehicle_types: Container['vehicle_types']
}

export function draftOf(container: Container): Draft {
  const [longitude = null, latitude = null] = container.location.coordinates
  return {
    ...container,
    municipality: container.municipality ?? '',
    depot_id: container.depot_id ?? '',
    site_id: container.site_id ?? '',
    latitude,
    longitude,
  }
}

/** What the form says of the container; required fields are filled when it is sent. */
export const changesOf = (draft: Draft): Partial<NewContainer> => ({
  name: draft.name.trim(),
  municipality: draft.municipality.trim() || null,
  depot_id: draft.depot_id || null,
  site_id: draft.site_id || null,
  location: { type: 'Point', coordinates: [draft.longitude ?? 0, draft.latitude ?? 0] },
  capacity_l: draft.capacity_l ?? 0,
  fill_threshold_pct: draft.fill_threshold_pct ?? 0,
  service_min: draft.service_min ?? 0,
  max_days_between_visits: draft.max_days_between_visits ?? 0,
  access: draft.access.filter(({ days }) => days.length > 0),
  vehicle_types: draft.vehicle_types,
})
