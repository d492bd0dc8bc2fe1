// A container's events from a checkpoint on: its devices' readings while they sat in it, their
// coming and going, and what drivers reported.
import { type Assignment, type FoldEvent, hasFlag, inObservedOrder } from '@bakwacht/domain'
import type { ContainerResult, Registry } from '@bakwacht/registry'
import type { ReadingRange, TelemetryStore } from '@bakwacht/telemetry'
import type { Fleet } from '../fleet.ts'
import type { Checkpoint } from './checkpoint.ts'

const EVER = Number.MAX_SAFE_INTEGER

/** @param until what is said to be from then on has not happened yet: readings too, where our clock was set back */
export async function gatherEvents(
  starts: ReadonlyMap<string, Checkpoint>,
  fleet: Fleet,
  { telemetry, registry }: { readonly telemetry: TelemetryStore; readonly registry: Registry },
  until: number,
): Promise<ReadonlyMap<string, readonly FoldEvent[]>> {
  const sittings = [...starts].flatMap(([containerId, { at }]) =>
    fleet
      .assignmentsOfContainer(containerId)
      .filter(({ to }) => to === null || to >= at)
      .map((assignment) => ({ containerId, assignment, range: rangeOf(assignment, at, until) })),
  )
  const earliest = Math.min(...[...starts.values()].map(({ at }) => at))
  const [readings, results] = await Promise.all([
    telemetry.recent(sittings.map(({ range }) => range)),
    registry.results.of([...starts.keys()], earliest, until),
  ])
  const events = new Map<string, FoldEvent[]>([...starts.keys()].map((id) => [id, []]))
  const add = (containerId: string, event: FoldEvent): void => {
    if (event.at >= (starts.get(containerId)?.at ?? EVER)) events.get(containerId)?.push(event)
  }
  sittings.forEach(({ containerId, assignment }, index) => {
    for (const seat of seatEvents(assignment)) if (seat.at < until) add(containerId, seat)
    for (const reading of readings[index] ?? [])
      if (!hasFlag(reading.flags, 'late'))
        add(containerId, { kind: 'reading', at: reading.observedAt, reading })
  })
  for (const result of results) add(result.containerId, resultEvent(result))
  return new Map([...events].map(([id, unordered]) => [id, inObservedOrder(unordered)]))
}

const rangeOf = ({ deviceId, from, to }: Assignment, at: number, until: number): ReadingRange => ({
  deviceId,
  from: Math.max(from, at),
  to: Math.min(to ?? EVER, until),
})

const seatEvents = ({ deviceId, from, to, registeredAt }: Assignment): FoldEvent[] => [
  { kind: 'seated', at: from, deviceId, registeredAt },
  ...(to === null ? [] : [{ kind: 'unseated' as const, at: to, deviceId }]),
]

const resultEvent = ({ at, stopId, outcome, kg, wetKg }: ContainerResult): FoldEvent => ({
  kind: 'result',
  at,
  stopId,
  outcome,
  kg,
  wetKg,
})
