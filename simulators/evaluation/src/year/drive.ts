// A run as it is driven: the plan's stops in the plan's order, but with what really lies in the bins. A crew
// whose vehicle is full drives to the depot and comes back, and is late from then on.
import { HOUR_MS, type LonLat, MINUTE_MS, type Run, type Vehicle } from '@bakwacht/domain'
import type { DriverResult } from '../boundary/policy.ts'
import type { Register } from '../boundary/register.ts'
import type { RoadTable } from '../operator/road-table.ts'
import type { Street } from '../truth/street.ts'
import type { Driving } from './tally.ts'

export interface Driven {
  readonly driving: Driving
  readonly results: readonly DriverResult[]
}

export function drive(
  run: Run,
  { vehicles, depot }: Register,
  roads: RoadTable,
  street: Pick<Street, 'empty'>,
): Driven {
  const vehicle = vehicleOf(run, vehicles)
  const results: DriverResult[] = []
  const fills: number[] = []
  let load = { kg: 0, l: 0 }
  let late = 0
  let detourM = 0
  let trips = 0

  for (const stop of run.stops) {
    if (stop.containerId === null) {
      if (stop.kind === 'unload') trips++
      load = { kg: 0, l: 0 }
      continue
    }
    const at = stop.departure + late
    const { wetKg, litres, fillFraction } = street.empty(stop.containerId, at)
    if (load.kg > 0 && !fits(load.kg + wetKg, load.l + litres, vehicle)) unload(stop.location)
    load = { kg: load.kg + wetKg, l: load.l + litres }
    fills.push(fillFraction)
    results.push({
      ...{ stopId: stop.id, containerId: stop.containerId, at, outcome: 'emptied' },
      kg: Math.round(wetKg * 2) / 2,
    })
  }
  const km = (run.totals.distanceM + detourM) / 1000
  const hours = run.totals.durationS / 3600 + late / HOUR_MS
  return {
    results,
    driving: {
      ...{ runs: 1, trips, stops: fills.length, km, hours, fills },
      kg: results.reduce((sum, { kg }) => sum + kg, 0),
      vehicleDaysEur: vehicle.cost.fixed,
      kmEur: km * vehicle.cost.perKm,
      crewEur: hours * vehicle.cost.perHour,
    },
  }

  function unload(from: LonLat): void {
    const { metres, seconds } = roads.between(from, depot.location)
    detourM += 2 * metres
    late += 2 * seconds * 1000 + depot.unloadMin * MINUTE_MS
    load = { kg: 0, l: 0 }
    trips++
  }
}

const fits = (kg: number, l: number, { payloadKg, volumeL }: Vehicle): boolean =>
  kg <= payloadKg && l <= volumeL

function vehicleOf({ vehicleId }: Run, vehicles: readonly Vehicle[]): Vehicle {
  const found = vehicles.find(({ id }) => id === vehicleId)
  if (found === undefined) throw new Error(`got a run of ${vehicleId}, wanted one of the fleet's`)
  return found
}
