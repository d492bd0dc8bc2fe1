// What days would cost before any of them is planned: one tour a day, grown by cheapest insertion. Good
// enough to see which day suits a place; the day itself is then searched by the optimiser.
import type { LonLat, Vehicle } from '@bakwacht/domain'
import type { RoadTable } from './road-table.ts'

export class DayTours {
  readonly #depot: LonLat
  readonly #euro: (from: LonLat, to: LonLat) => number
  readonly #tours: LonLat[][]

  constructor(options: {
    readonly days: number
    readonly depot: LonLat
    readonly roads: RoadTable
    readonly vehicles: readonly Vehicle[]
  }) {
    const { days, depot, roads, vehicles } = options
    const mean = (of: (vehicle: Vehicle) => number) =>
      vehicles.reduce((sum, vehicle) => sum + of(vehicle), 0) / Math.max(vehicles.length, 1)
    const perM = mean(({ cost }) => cost.perKm) / 1000
    const perS = mean(({ cost }) => cost.perHour) / 3600
    this.#depot = depot
    this.#tours = Array.from({ length: days }, () => [])
    this.#euro = (from, to) => {
      const { metres, seconds } = roads.between(from, to)
      return metres * perM + seconds * perS
    }
  }

  /** Euro that passing by at this place adds to the day's tour. */
  detour(day: number, place: LonLat): number {
    return this.#cheapest(this.#tours[day] ?? [], place).euro
  }

  add(day: number, place: LonLat): void {
    const tour = this.#tours[day]
    tour?.splice(this.#cheapest(tour, place).at, 0, place)
  }

  /** One stop at this place less. */
  remove(day: number, place: LonLat): void {
    const tour = this.#tours[day]
    const at = tour?.indexOf(place) ?? -1
    if (at >= 0) tour?.splice(at, 1)
  }

  #cheapest(tour: readonly LonLat[], place: LonLat): { euro: number; at: number } {
    let best = { euro: Number.POSITIVE_INFINITY, at: 0 }
    for (let at = 0; at <= tour.length; at++) {
      const before = tour[at - 1] ?? this.#depot
      const after = tour[at] ?? this.#depot
      const euro = this.#euro(before, place) + this.#euro(place, after) - this.#euro(before, after)
      if (euro < best.euro) best = { euro, at }
    }
    return best
  }
}
