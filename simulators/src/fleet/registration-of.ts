// A fleet's plan in the words of the backend's interface.
import type { Registration } from '../backend/register.ts'
import { HOUR_MS } from '../world/time.ts'
import type { ContainerPlan, FleetPlan, LonLat } from './fleet-plan.ts'

export function registrationOf(plan: FleetPlan, startAt: number, reportMs: number): Registration {
  const { depot, vehicles, sites, containers } = plan
  return {
    depots: [{ id: depot.id, name: depot.name, location: point(depot.location) }],
    vehicles: vehicles.map(({ id, name, type, payloadKg, volumeL }) => ({
      id,
      name,
      depot_id: depot.id,
      type,
      payload_kg: payloadKg,
      volume_l: volumeL,
      ...(type === 'truck' ? { cost: { fixed: 60, per_km: 1, per_hour: 45 } } : {}),
    })),
    sites: sites.map(({ id, name, location }) => ({ id, name, location: point(location) })),
    containers: containers.map((container) => containerFields(container, depot.id)),
    devices: containers.flatMap(({ id, device }) =>
      device === undefined
        ? []
        : [
            {
              id: device.id,
              containerId: id,
              from: startAt - HOUR_MS,
              reportS: Math.round(reportMs / 1000),
            },
          ],
    ),
  }
}

function containerFields(container: ContainerPlan, depotId: string) {
  const { id, name, location, municipality, siteId, access, lastEmptiedAt, bin, device } = container
  return {
    id,
    name,
    location: point(location),
    municipality,
    depot_id: depotId,
    capacity_l: bin.capacityL,
    ...(siteId === undefined ? {} : { site_id: siteId }),
    ...(access === undefined ? {} : { access }),
    ...(lastEmptiedAt === undefined
      ? {}
      : { last_emptied_at: new Date(lastEmptiedAt).toISOString() }),
    ...(device === undefined
      ? {}
      : {
          empty_distance_mm: device.sensor.echo.emptyMm,
          full_distance_mm: device.sensor.echo.fullMm,
        }),
  }
}

export const point = (location: LonLat) => ({ type: 'Point', coordinates: [...location] })
