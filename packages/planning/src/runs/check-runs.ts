// What every run that leaves the planner has to satisfy, in the terms of the field. Shares nothing
// with the search or with retime but the fleet's hours: it reads the finished run as a driver would.
import {
  type Container,
  type Depot,
  HOUR_MS,
  MINUTE_MS,
  type Run,
  type Stop,
  type Vehicle,
} from '@bakwacht/domain'
import { openHours } from '../calendar/shift-hours.ts'
import { type Span, spanOn } from '../calendar/span.ts'
import { placeHours } from '../fleet/place-hours.ts'
import type { Snapshot } from '../snapshot.ts'

/** Times are whole milliseconds, loads are rounded: what rounding may cost. */
const MS = 1000
const LOAD = 1

/**
 * @param beside runs that stand beside these: no container or vehicle may be in both
 * @returns what is wrong, one sentence each; empty: all runs can be driven as they stand
 */
export function checkRuns(
  runs: readonly Run[],
  snapshot: Pick<Snapshot, 'timezone' | 'depots' | 'sites' | 'vehicles' | 'containers'>,
  beside: readonly Run[] = [],
): readonly string[] {
  const isLive = ({ status }: Run) => status !== 'cancelled'
  const live = runs.filter(isLive)
  const all = [...beside.filter(isLive), ...live]
  const containers = new Map(snapshot.containers.map((each) => [each.id, each]))
  const fleet = { ...snapshot, containers }
  return [
    ...live.flatMap((run) => faultsIn(run, fleet).map((fault) => `run ${run.id}: ${fault}`)),
    ...twiceServed(all),
    ...doubleBooked(all),
  ]
}

interface Fleet extends Omit<Parameters<typeof checkRuns>[1], 'containers'> {
  readonly containers: ReadonlyMap<string, Container>
}

function faultsIn(run: Run, fleet: Fleet): string[] {
  const vehicle = fleet.vehicles.find(({ id }) => id === run.vehicleId)
  const depot = fleet.depots.find(({ id }) => id === run.depotId)
  if (vehicle === undefined || depot === undefined)
    return ['its vehicle or depot is not registered']
  return [
    ...shiftFaults(run, vehicle, fleet),
    ...orderFaults(run),
    ...loadFaults(run, vehicle),
    ...run.stops.flatMap((stop) =>
      (stop.kind === 'unload'
        ? unloadFaults(stop, run, depot, fleet)
        : visitFaults(stop, run, vehicle, depot, fleet)
      ).map((fault) => `${named(stop)} ${fault}`),
    ),
  ]
}

/** The sentences whose condition does not hold. */
const broken = (rules: Readonly<Record<string, boolean>>): string[] =>
  Object.entries(rules).flatMap(([fault, holds]) => (holds ? [] : [fault]))

const named = (stop: Stop): string => `stop ${stop.seq} (${stop.name})`

function shiftFaults(run: Run, vehicle: Vehicle, { timezone }: Fleet): string[] {
  const [from, to] = spanOn(run.date, vehicle.shift, timezone)
  return broken({
    'outside its shift': run.departure >= from - MS && run.arrival <= to + MS,
    'longer than allowed': run.arrival - run.departure <= vehicle.maxHours * HOUR_MS + MS,
    'while out of service': vehicle.unavailable.every(
      (off) => run.arrival <= off.from + MS || run.departure >= off.to - MS,
    ),
  })
}

/** Numbers in order, and never at two places at once. */
function orderFaults({ departure, arrival, pause, stops }: Run): string[] {
  const faults = stops.flatMap((stop, index) => {
    const before = stops[index - 1]
    const trip = before === undefined ? 1 : before.trip + (before.kind === 'unload' ? 1 : 0)
    const reachable = (before?.departure ?? departure) + stop.legDurationS * 1000
    return broken({
      [`${named(stop)} is misnumbered`]: stop.seq === index + 1 && stop.trip === trip,
      [`${named(stop)} is reached too early`]: stop.arrival >= reachable - MS,
      [`${named(stop)} is served during the pause`]:
        pause === null || stop.departure <= pause.from + MS || stop.arrival >= pause.to - MS,
    })
  })
  const last = stops.at(-1)
  return [
    ...faults,
    ...broken({
      'does not unload at the end': last?.kind === 'unload',
      'is back before its last stop ends': arrival >= (last?.departure ?? departure) - MS,
    }),
  ]
}

function loadFaults({ stops }: Run, { payloadKg, volumeL }: Vehicle): string[] {
  const trips = Map.groupBy(
    stops.filter(({ kind }) => kind !== 'unload'),
    ({ trip }) => trip,
  )
  return [...trips].flatMap(([trip, onBoard]) => {
    const kg = onBoard.reduce((sum, stop) => sum + stop.expectedKg, 0)
    const l = onBoard.reduce((sum, stop) => sum + stop.expectedL, 0)
    return broken({
      [`trip ${trip} carries ${kg} kg of ${payloadKg} kg`]: kg <= payloadKg + LOAD,
      [`trip ${trip} carries ${l} l of ${volumeL} l`]: l <= volumeL + LOAD,
    })
  })
}

const lasts = ({ arrival, departure }: Stop, minutes: number): boolean =>
  departure - arrival >= minutes * MINUTE_MS - MS

const within = ({ arrival, departure }: Stop, [from, to]: Span): boolean =>
  arrival >= from - MS && departure <= to + MS

const unloadFaults = (stop: Stop, run: Run, depot: Depot, { timezone }: Fleet): string[] =>
  broken({
    'is closed': within(stop, openHours(depot, run.date, timezone)),
    'is too short': lasts(stop, depot.unloadMin),
  })

function visitFaults(stop: Stop, run: Run, vehicle: Vehicle, depot: Depot, fleet: Fleet): string[] {
  const container = fleet.containers.get(stop.containerId ?? '')
  if (container === undefined) return ['is not registered']
  const site = fleet.sites.find(({ id }) => id === container.siteId)
  const open = placeHours(container, site, depot, run.date, fleet.timezone)
  return broken({
    'is retired': container.active,
    'needs another vehicle': container.vehicleTypes?.includes(vehicle.type) ?? true,
    'is too short': lasts(stop, container.serviceMin),
    'is outside its hours': open.some((hours) => within(stop, hours)),
  })
}

/** Nobody is sent to a container twice. Where somebody was, it may be full again: a stop with a result is over. */
function twiceServed(runs: readonly Run[]): string[] {
  const visits = runs.flatMap((run) =>
    run.stops.flatMap(({ containerId, result }) => {
      const isOver = result !== null || run.status === 'done'
      return containerId === null || isOver ? [] : [containerId]
    }),
  )
  return [...Map.groupBy(visits, (id) => id)]
    .filter(([, times]) => times.length > 1)
    .map(([id, times]) => `container ${id} is visited ${times.length} times`)
}

function doubleBooked(runs: readonly Run[]): string[] {
  return runs.flatMap((run, index) =>
    runs
      .slice(index + 1)
      .filter((other) => other.vehicleId === run.vehicleId)
      .filter((other) => run.departure < other.arrival && other.departure < run.arrival)
      .map((other) => `runs ${run.id} and ${other.id} need ${run.vehicleId} at the same time`),
  )
}
