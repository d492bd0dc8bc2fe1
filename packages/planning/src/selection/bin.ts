// One container with all that the rules look at, gathered once.
import {
  type Alert,
  type CollectionRequest,
  type Container,
  type ContainerState,
  type Depot,
  densitiesBeforeAny,
  type LonLat,
  type Settings,
  type Vehicle,
  vehicleDefaults,
} from '@bakwacht/domain'
import { type ComingDay, comingDays, daysFor } from '../ahead/coming-day.ts'
import { visitTime } from '../calendar/shift-hours.ts'
import { depotOf } from '../fleet/depot-of.ts'
import { placeOf } from '../fleet/place-hours.ts'
import type { Snapshot } from '../snapshot.ts'
import { type ExpectedLoad, expectedAt, lastEmptied } from './expected-load.ts'
import { type PlannedVisit, plannedVisits } from './planned-visits.ts'

export interface Bin {
  readonly container: Container
  readonly state: ContainerState | undefined
  readonly expected: ExpectedLoad
  /** UTC ms, by the register or the signal; `null`: never seen. */
  readonly lastEmptiedAt: number | null
  readonly requests: readonly CollectionRequest[]
  /** Of fire, not followed by an emptying yet. */
  readonly fireAlerts: readonly Alert[]
  readonly planned: PlannedVisit | undefined
  /** Where a vehicle stops for it. */
  readonly place: LonLat
  readonly depot: Depot | undefined
  /** UTC ms: about when it would be visited. */
  readonly visitAt: number
  /** The next days on which it could be, at least two, one more than is looked ahead. */
  readonly later: readonly ComingDay[]
  /** UTC ms: on the first of them. */
  readonly nextVisitAt: number
  /** Means over the depot's vehicles; costs in euro. */
  readonly fleet: Vehicle['cost'] & { readonly payloadKg: number }
  readonly settings: Settings
}

/** The bins that a plan for this date and depot is about (`null`: all depots). */
export function gatherBins(snapshot: Snapshot, date: string, depotId: string | null): Bin[] {
  const states = new Map(snapshot.states.map((state) => [state.containerId, state]))
  const requests = Map.groupBy(snapshot.requests, (request) => request.containerId)
  const alerts = Map.groupBy(snapshot.alerts, (alert) => alert.containerId)
  const planned = plannedVisits(snapshot.standing)
  const sites = new Map(snapshot.sites.map((site) => [site.id, site]))
  const days = new Map<string | undefined, DepotDay>()
  const densities = snapshot.densities ?? densitiesBeforeAny(snapshot.settings)
  const ahead = snapshot.settings.plan.horizonDays + 1

  return snapshot.containers.flatMap((container) => {
    const depot = depotOf(container, snapshot.depots)
    if (depotId !== null && depot?.id !== depotId) return []
    const day = days.get(depot?.id) ?? depotDay(snapshot, date, depot)
    days.set(depot?.id, day)
    const site = sites.get(container.siteId ?? '')
    const later = daysFor(container, site, depot, day.days, ahead, snapshot.timezone)
    const [next] = later
    const state = states.get(container.id)
    const lastEmptiedAt = lastEmptied(container, state)
    const bin: Bin = {
      container,
      state,
      expected: expectedAt(container, state, day.visitAt, snapshot.settings, densities),
      lastEmptiedAt,
      requests: requests.get(container.id) ?? [],
      fireAlerts: (alerts.get(container.id) ?? []).filter(
        ({ kind, status, raisedAt }) =>
          kind === 'fire' && status !== 'retracted' && raisedAt > (lastEmptiedAt ?? 0),
      ),
      planned: planned.get(container.id)?.find((visit) => visit.date <= (next?.date ?? date)),
      place: placeOf(container, site),
      settings: snapshot.settings,
      visitAt: day.visitAt,
      fleet: day.fleet,
      depot,
      later,
      nextVisitAt: next?.at ?? day.visitAt,
    }
    return [bin]
  })
}

interface DepotDay extends Pick<Bin, 'visitAt' | 'fleet'> {
  readonly days: Iterable<ComingDay>
}

function depotDay(snapshot: Snapshot, date: string, depot: Depot | undefined): DepotDay {
  const { now, timezone } = snapshot
  const vehicles = snapshot.vehicles.filter(
    (vehicle) => vehicle.active && vehicle.depotId === depot?.id,
  )
  return {
    visitAt: visitTime(date, vehicles, timezone, now),
    days: comingDays(date, depot, snapshot),
    fleet: meanOf(vehicles),
  }
}

/** Of a fleet that is not there: a usual van. */
const USUAL = { cost: vehicleDefaults.cost, payloadKg: 1000 }

function meanOf(vehicles: readonly Vehicle[]): Bin['fleet'] {
  const those = vehicles.length > 0 ? vehicles : [USUAL]
  const mean = (of: (vehicle: typeof USUAL | Vehicle) => number) =>
    those.reduce((sum, vehicle) => sum + of(vehicle), 0) / those.length
  return {
    fixed: mean(({ cost }) => cost.fixed),
    perKm: mean(({ cost }) => cost.perKm),
    perHour: mean(({ cost }) => cost.perHour),
    payloadKg: mean(({ payloadKg }) => payloadKg),
  }
}
