// One container with all that the rules look at, gathered once.
import {
  type Alert,
  type CollectionRequest,
  type Container,
  type ContainerState,
  type Depot,
  type Settings,
  type Vehicle,
  vehicleDefaults,
} from '@bakwacht/domain'
import { visitTime } from '../calendar/shift-hours.ts'
import { nextPossibleVisit } from '../calendar/working-day.ts'
import { depotOf } from '../fleet/depot-of.ts'
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
  /** UTC ms: about when it would be visited, and about when it could be the next time. */
  readonly visitAt: number
  readonly nextVisitAt: number
  readonly nextVisitDate: string
  /** Of the depot's vehicles, in euro. */
  readonly rates: { readonly perKm: number; readonly perHour: number }
  readonly settings: Settings
}

/** The bins that a plan for this date and depot is about (`null`: all depots). */
export function gatherBins(snapshot: Snapshot, date: string, depotId: string | null): Bin[] {
  const states = new Map(snapshot.states.map((state) => [state.containerId, state]))
  const requests = Map.groupBy(snapshot.requests, (request) => request.containerId)
  const alerts = Map.groupBy(snapshot.alerts, (alert) => alert.containerId)
  const planned = plannedVisits(snapshot.standing)
  const days = new Map<string | undefined, DepotDay>()

  return snapshot.containers.flatMap((container) => {
    const depot = depotOf(container, snapshot.depots)
    if (depotId !== null && depot?.id !== depotId) return []
    const day = days.get(depot?.id) ?? depotDay(snapshot, date, depot)
    days.set(depot?.id, day)
    const state = states.get(container.id)
    const lastEmptiedAt = lastEmptied(container, state)
    const bin: Bin = {
      container,
      state,
      expected: expectedAt(container, state, day.visitAt, snapshot.settings),
      lastEmptiedAt,
      requests: requests.get(container.id) ?? [],
      fireAlerts: (alerts.get(container.id) ?? []).filter(
        ({ kind, status, raisedAt }) =>
          kind === 'fire' && status !== 'retracted' && raisedAt > (lastEmptiedAt ?? 0),
      ),
      planned: planned.get(container.id)?.find((visit) => visit.date <= day.nextVisitDate),
      settings: snapshot.settings,
      ...day,
    }
    return [bin]
  })
}

type DepotDay = Pick<Bin, 'visitAt' | 'nextVisitAt' | 'nextVisitDate' | 'rates'>

function depotDay(snapshot: Snapshot, date: string, depot: Depot | undefined): DepotDay {
  const { now, timezone, calendar } = snapshot
  const vehicles = snapshot.vehicles.filter(
    (vehicle) => vehicle.active && vehicle.depotId === depot?.id,
  )
  const nextVisitDate = nextPossibleVisit(date, calendar, depot?.id ?? null)
  return {
    visitAt: visitTime(date, vehicles, timezone, now),
    nextVisitAt: visitTime(nextVisitDate, vehicles, timezone, now),
    nextVisitDate,
    rates: meanRates(vehicles),
  }
}

function meanRates(vehicles: readonly Vehicle[]): Bin['rates'] {
  const costs = vehicles.length > 0 ? vehicles.map(({ cost }) => cost) : [vehicleDefaults.cost]
  const mean = (rate: 'perKm' | 'perHour') =>
    costs.reduce((sum, cost) => sum + cost[rate], 0) / costs.length
  return { perKm: mean('perKm'), perHour: mean('perHour') }
}
