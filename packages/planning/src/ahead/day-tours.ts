// What days would cost before any of them is planned: one tour a day, grown by cheapest insertion. Good
// enough to see which day suits a place; the day itself is then searched by the optimiser.

/** Places are told apart by identity, days as a map's keys are. */
export class DayTours<Day, Place> {
  readonly #home: Place
  readonly #apart: (from: Place, to: Place) => number
  readonly #tours = new Map<Day, Place[]>()

  /** @param apart in any unit: what `detour` answers in */
  constructor(home: Place, apart: (from: Place, to: Place) => number) {
    this.#home = home
    this.#apart = apart
  }

  isEmpty(day: Day): boolean {
    return this.#of(day).length === 0
  }

  /** What passing by at this place adds to the day's tour. */
  detour(day: Day, place: Place): number {
    return this.#cheapest(this.#of(day), place).detour
  }

  add(day: Day, place: Place): void {
    const tour = this.#of(day)
    tour.splice(this.#cheapest(tour, place).at, 0, place)
    this.#tours.set(day, tour)
  }

  /** One stop at this place less. */
  remove(day: Day, place: Place): void {
    const tour = this.#of(day)
    const at = tour.indexOf(place)
    if (at >= 0) tour.splice(at, 1)
  }

  #of(day: Day): Place[] {
    return this.#tours.get(day) ?? []
  }

  #cheapest(tour: readonly Place[], place: Place): { detour: number; at: number } {
    let best = { detour: Number.POSITIVE_INFINITY, at: 0 }
    let before = this.#home
    let toPlace = this.#apart(before, place)
    for (let at = 0; at <= tour.length; at++) {
      const after = tour[at] ?? this.#home
      const onwards = this.#apart(place, after)
      const detour = toPlace + onwards - this.#apart(before, after)
      if (detour < best.detour) best = { detour, at }
      before = after
      toPlace = this.#apart(after, place)
    }
    return best
  }
}
