// A draft carried on: what is wanted no longer goes, what is new goes where it costs least, and all
// the rest stays on its vehicle and in its order.
import type { Run, Stop } from '@bakwacht/domain'
import { isHindrance } from '../hindrance/hindrance.ts'
import { cheapestPlace } from '../runs/cheapest-place.ts'
import type { RunContext } from '../runs/ground.ts'
import { idleRuns } from '../runs/idle-runs.ts'
import { retime } from '../runs/retime.ts'
import { containerStop } from '../runs/stop.ts'
import type { Wanted } from '../selection/decision.ts'

/** More new stops than this are a new plan. */
const MOST_NEW = 40

/**
 * @param wanted everything that is to be visited now
 * @returns runs that can be driven, or `undefined` where the draft cannot be carried on
 */
export function carriedOn(
  drafts: readonly Run[],
  wanted: readonly Wanted[],
  context: RunContext,
): readonly Run[] | undefined {
  const [first] = drafts
  if (first === undefined) return undefined
  const visitOf = new Map(wanted.map((visit) => [visit.container.id, visit]))
  const there = new Set(drafts.flatMap(({ stops }) => stops.map(({ containerId }) => containerId)))
  const fresh = wanted.filter(({ container }) => !there.has(container.id))
  if (fresh.length > MOST_NEW) return undefined

  let runs: readonly Run[] = []
  for (const draft of drafts) {
    const stops = draft.stops.flatMap((stop) => asWantedNow(stop, visitOf) ?? [])
    if (!stops.some(({ kind }) => kind === 'container')) continue
    const timed = retime({ ...draft, version: draft.version + 1, stops }, context)
    if (timed.kind === 'impossible') return undefined
    runs = [...runs, timed.run]
  }
  const idle = { planId: first.planId, date: first.date, depotId: first.depotId }
  for (const visit of mustFirst(fresh)) {
    const vehicles = [...runs, ...idleRuns(idle, runs, context)]
    const place = cheapestPlace(containerStop(visit, context.ids), vehicles, context)
    if (isHindrance(place) || place.costs > (visit.prize ?? Number.POSITIVE_INFINITY)) {
      if (visit.prize === null) return undefined
      continue
    }
    runs = [...runs.filter(({ id }) => id !== place.run.id), place.run]
  }
  return runs
}

/** With what is expected and known of it now, and its times to be worked out. */
function asWantedNow(stop: Stop, visitOf: ReadonlyMap<string, Wanted>): Stop | undefined {
  const unset = { ...stop, arrival: 0, departure: 0 }
  if (stop.kind !== 'container') return unset
  const visit = visitOf.get(stop.containerId ?? '')
  if (visit === undefined) return undefined
  const { expectedKg, expectedL, reason } = containerStop(visit, () => stop.id)
  return { ...unset, expectedKg, expectedL, reason }
}

const mustFirst = (visits: readonly Wanted[]): readonly Wanted[] =>
  visits.toSorted((a, b) => Number(a.prize !== null) - Number(b.prize !== null))
