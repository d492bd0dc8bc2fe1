// What the rules know of the fleet besides readings: containers, who is whose neighbour, which
// device sat where, the settings and the calendar.
import {
  type Assignment,
  type Calendar,
  type Container,
  type Foresight,
  fleetHabitOf,
  HOUR_MS,
  habitExpectedOf,
  neighboursOf,
  nextVisitAfterComingRun,
  type Settings,
} from '@bakwacht/domain'
import { type Registry, readHabits } from '@bakwacht/registry'

export interface Fleet {
  readonly settings: Settings
  /** IANA zone of dates and weekdays. */
  readonly timezone: string
  /** What a container's forecast rests on besides itself. */
  foresight(container: Container): Foresight
  readonly containers: ReadonlyMap<string, Container>
  readonly active: readonly Container[]
  neighbours(containerId: string): readonly string[]
  /** Those for whom this one is a neighbour. */
  neighbourTo(containerId: string): readonly string[]
  assignmentsOfDevice(deviceId: string): readonly Assignment[]
  assignmentsOfContainer(containerId: string): readonly Assignment[]
  /** UTC ms: when a container that the coming run leaves out can be emptied next, seen from the end of this hour. */
  nextVisitAt(container: Container, hour: number): number
}

/** Remembers between rounds what seldom changes. */
export class FleetReader {
  readonly #registry: Registry
  readonly #timezone: string
  #seats: Seats | undefined
  #neighbourhood: Neighbourhood | undefined

  constructor({ registry, timezone }: { readonly registry: Registry; readonly timezone: string }) {
    this.#registry = registry
    this.#timezone = timezone
  }

  /** Assignments may have changed. */
  forgetSeats(): void {
    this.#seats = undefined
  }

  /** @param tried instead of the settings that stand */
  async read(tried?: Settings): Promise<Fleet> {
    const registry = this.#registry
    const [settings, calendar, all, allDepots, habits] = await Promise.all([
      tried ?? registry.settings.current(),
      registry.calendar.get(),
      registry.containers.all(),
      registry.depots.all(),
      readHabits(registry.learnt),
    ])
    this.#seats ??= seatsOf(await registry.devices.assignments())
    const seats = this.#seats
    const { to, from } = this.#neighbourhoodOf(all, settings.damp.neighbourKm)
    const depots = allDepots.filter(({ active }) => active)
    const onlyDepot = depots.length === 1 ? (depots[0]?.id ?? null) : null
    const visits = new VisitTimes(calendar, this.#timezone)
    return {
      settings,
      timezone: this.#timezone,
      foresight: (container) => ({
        fleet: habits ? habitExpectedOf(container, habits) : fleetHabitOf(settings),
        timezone: this.#timezone,
      }),
      containers: new Map(all.map((container) => [container.id, container])),
      active: all.filter(({ active }) => active),
      neighbours: (id) => to.get(id) ?? [],
      neighbourTo: (id) => from.get(id) ?? [],
      assignmentsOfDevice: (id) => seats.byDevice.get(id) ?? [],
      assignmentsOfContainer: (id) => seats.byContainer.get(id) ?? [],
      nextVisitAt: ({ depotId }, hour) => visits.after((hour + 1) * HOUR_MS, depotId ?? onlyDepot),
    }
  }

  #neighbourhoodOf(all: readonly Container[], withinKm: number): Neighbourhood {
    const known = this.#neighbourhood
    const moved = known === undefined || known.withinKm !== withinKm || !samePlaces(known.of, all)
    if (moved) this.#neighbourhood = neighbourhood(all, withinKm)
    return this.#neighbourhood ?? neighbourhood(all, withinKm)
  }
}

interface Seats {
  readonly byDevice: ReadonlyMap<string, readonly Assignment[]>
  readonly byContainer: ReadonlyMap<string, readonly Assignment[]>
}

const seatsOf = (assignments: readonly Assignment[]): Seats => ({
  byDevice: Map.groupBy(assignments, ({ deviceId }) => deviceId),
  byContainer: Map.groupBy(assignments, ({ containerId }) => containerId),
})

interface Neighbourhood {
  readonly of: readonly Container[]
  readonly withinKm: number
  readonly to: ReadonlyMap<string, readonly string[]>
  readonly from: ReadonlyMap<string, readonly string[]>
}

function neighbourhood(of: readonly Container[], withinKm: number): Neighbourhood {
  const to = neighboursOf(of, withinKm)
  const from = new Map<string, string[]>()
  for (const [id, neighbours] of to)
    for (const neighbour of neighbours) {
      const others = from.get(neighbour)
      if (others === undefined) from.set(neighbour, [id])
      else others.push(id)
    }
  return { of, withinKm, to, from }
}

const samePlaces = (before: readonly Container[], after: readonly Container[]): boolean =>
  before === after ||
  (before.length === after.length &&
    after.every((container, index) => {
      const known = before[index]
      return (
        known === container ||
        (known?.id === container.id &&
          known.active === container.active &&
          known.location[0] === container.location[0] &&
          known.location[1] === container.location[1])
      )
    }))

/** One look at the calendar per hour and depot. */
class VisitTimes {
  readonly #calendar: Calendar
  readonly #timezone: string
  readonly #known = new Map<string, number>()

  constructor(calendar: Calendar, timezone: string) {
    this.#calendar = calendar
    this.#timezone = timezone
  }

  after(at: number, depotId: string | null): number {
    const key = `${depotId} ${at}`
    let visit = this.#known.get(key)
    if (visit === undefined) {
      visit = nextVisitAfterComingRun(at, this.#calendar, depotId, this.#timezone)
      this.#known.set(key, visit)
    }
    return visit
  }
}
