// What a register's fields are called where they are written.
import type { Container, Depot, Site, Vehicle } from '@bakwacht/api/contract'
import { words } from '../language/words.ts'

type Entry = Container & Depot & Site & Vehicle
type Field = Exclude<keyof Entry, 'id' | 'last_emptied_at'>

/** @param field as in the body, e.g. `capacity_l` */
export function fieldLabel(field: string): string {
  const said = words().register
  const labels = {
    name: said.name,
    location: said.place,
    active: said.state,
    access: said.access,
    capacity_l: said.capacity,
    depot_id: said.depot,
    empty_distance_mm: said.emptyDistance,
    fill_threshold_pct: said.fullFrom,
    full_distance_mm: said.fullDistance,
    max_days_between_visits: said.maxDays,
    municipality: said.municipality,
    note: said.note,
    service_min: said.serviceMin,
    site_id: said.site,
    vehicle_types: said.vehicleTypes,
    open: said.depotOpen,
    unload_min: said.unloadMin,
    site_min: said.siteMin,
    break_min: said.break,
    cost: said.cost,
    driver: said.driver,
    max_hours: said.maxHours,
    payload_kg: said.loadKg,
    shift: said.shift,
    type: said.vehicleType,
    unavailable: said.away,
    volume_l: said.loadL,
    ...said.sizes,
  } satisfies Record<Field, string>
  return (labels as Readonly<Record<string, string>>)[field] ?? field
}
