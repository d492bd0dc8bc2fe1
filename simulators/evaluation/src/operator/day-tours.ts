// What days would cost in euro before any of them is planned: the product's tours, on the operator's roads.
import type { LonLat, Vehicle } from '@bakwacht/domain'
import { DayTours } from '@bakwacht/planning'
import type { RoadTable } from './road-table.ts'

export interface DayToursOptions {
  readonly depot: LonLat
  readonly roads: RoadTable
  /** A kilometre and an hour cost as much as in their mean. */
  readonly vehicles: readonly Vehicle[]
}

/** Days are counted from 0. */
export function dayToursOf({ depot, roads, vehicles }: DayToursOptions): DayTours<number, LonLat> {
  const mean = (of: (vehicle: Vehicle) => number) =>
    vehicles.reduce((sum, vehicle) => sum + of(vehicle), 0) / Math.max(vehicles.length, 1)
  const perM = mean(({ cost }) => cost.perKm) / 1000
  const perS = mean(({ cost }) => cost.perHour) / 3600
  return new DayTours(depot, (from, to) => {
    const { metres, seconds } = roads.between(from, to)
    return metres * perM + seconds * perS
  })
}
