// What every run that leaves the planner has to satisfy, in the terms of the field. Shares nothing
// with the search or with retime but the fleet's hours: it reads the finished run as a driver would.
import { HOUR_MS, MINUTE_MS, type Run, type Stop } from '@bakwacht/domain'
import { openHours } from '../calendar/shift-hours.ts'
import { spanOn } from '../calendar/span.ts'
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
  return [
    ...live.flatMap((run) => faultsIn(run, snapshot).map((fault) => `run ${run.id}: ${fault}`)),
    ...twiceServed(all),
    ...doubleBooked(all),
  ]
}

function faultsIn(run: Run, snapshot: Parameters<typeof checkRuns>[1]): string[] {
  const vehicle = snapshot.vehicles.find(({ id }) => id === run.vehicleId)
  const depot = snapshot.depots.find(({ id }) => id === run.depotId)
  if (vehicle === undefined || depot === undefined)
    return ['its vehicle or depot is not registered']
  const faults: string[] = []
  const check = (holds: boolean, fault: string) => {
    if (!holds) faults.push(fault)
  }

  const [from, to] = spanOn(run.date, vehicle.shift, snapshot.timezone)
  check(run.departure >= from - MS && run.arrival <= to + MS, 'outside its shift')
  check(run.arrival - run.departure <= vehicle.maxHours * HOUR_MS + MS, 'longer than allowed')
  for (const off of vehicle.unavailable)
    check(run.arrival <= off.from + MS || run.departure >= off.to - MS, 'while out of service')

  check(run.stops.at(-1)?.kind === 'unload', 'does not unload at the end')
  let before = run.departure
  let onBoard = { trip: 1, kg: 0, l: 0 }
  for (const [index, stop] of run.stops.entries()) {
    const name = `stop ${stop.seq} (${stop.name})`
    check(stop.seq === index + 1 && stop.trip === onBoard.trip, `${name} is misnumbered`)
    check(stop.arrival >= before + stop.legDurationS * 1000 - MS, `${name} is reached too early`)
    check(notDuring(stop, run.pause), `${name} is served during the pause`)
    before = stop.departure
    if (stop.kind === 'unload') {
      const [opens, closes] = openHours(depot, run.date, snapshot.timezone)
      check(stop.arrival >= opens - MS && stop.departure <= closes + MS, `${name} is closed`)
      check(
        stop.departure - stop.arrival >= depot.unloadMin * MINUTE_MS - MS,
        `${name} is too short`,
      )
      onBoard = { trip: onBoard.trip + 1, kg: 0, l: 0 }
      continue
    }
    onBoard = {
      trip: onBoard.trip,
      kg: onBoard.kg + stop.expectedKg,
      l: onBoard.l + stop.expectedL,
    }
    check(onBoard.kg <= vehicle.payloadKg + LOAD, `${name} takes it over ${vehicle.payloadKg} kg`)
    check(onBoard.l <= vehicle.volumeL + LOAD, `${name} takes it over ${vehicle.volumeL} l`)
    const container = snapshot.containers.find(({ id }) => id === stop.containerId)
    if (container === undefined) {
      faults.push(`${name} is not registered`)
      continue
    }
    const site = snapshot.sites.find(({ id }) => id === container.siteId)
    const open = placeHours(container, site, depot, run.date, snapshot.timezone)
    check(container.active, `${name} is retired`)
    check(container.vehicleTypes?.includes(vehicle.type) ?? true, `${name} needs another vehicle`)
    check(
      stop.departure - stop.arrival >= container.serviceMin * MINUTE_MS - MS,
      `${name} is too short`,
    )
    check(
      open.some(([a, b]) => stop.arrival >= a - MS && stop.departure <= b + MS),
      `${name} is outside its hours`,
    )
  }
  check(run.arrival >= before - MS, 'is back before its last stop ends')
  return faults
}

const notDuring = (stop: Stop, pause: Run['pause']): boolean =>
  pause === null || stop.departure <= pause.from + MS || stop.arrival >= pause.to - MS

/** A stop whose visit failed, or never was, may be planned again; any other container is served once. */
function twiceServed(runs: readonly Run[]): string[] {
  const visits = runs.flatMap((run) =>
    run.stops.flatMap(({ containerId, result }) => {
      const over = result === null ? run.status === 'done' : result.outcome !== 'emptied'
      return containerId === null || over ? [] : [containerId]
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
