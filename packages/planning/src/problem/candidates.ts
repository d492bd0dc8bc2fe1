// From visits that are wanted to visits that the search can plan.
import type { NotCollected } from '@bakwacht/domain'
import type { VehicleDay } from '../fleet/vehicle-day.ts'
import type { Wanted } from '../selection/decision.ts'
import type { Candidate } from './bundle.ts'
import { heldStops } from './held-stops.ts'
import type { ProblemInput } from './problem-input.ts'
import { reachOf } from './reachable.ts'

/** Parts what can be reached, and is worth at least its minutes, from what is left out. */
export function sift(
  { snapshot, date, depot, wanted, drafts }: ProblemInput,
  vehicleDays: readonly VehicleDay[],
): { candidates: Candidate[]; leftOut: NotCollected[] } {
  const sites = new Map(snapshot.sites.map((site) => [site.id, site]))
  const heldBy = new Map(
    heldStops(drafts)
      .filter(({ vehicleId }) => vehicleDays.some(({ vehicle }) => vehicle.id === vehicleId))
      .flatMap((held) =>
        [...held.sequence, ...held.members].map((id) => [id, held.vehicleId] as const),
      ),
  )
  const perHour = Math.min(...vehicleDays.map(({ vehicle }) => vehicle.cost.perHour))
  const candidates: Candidate[] = []
  const leftOut: NotCollected[] = []
  for (const visit of wanted) {
    const { container, prize } = visit
    const site = sites.get(container.siteId ?? '')
    const reach = reachOf(visit, site, depot, date, snapshot, vehicleDays)
    const minutesCost = (container.serviceMin / 60) * perHour
    if (reach.kind === 'shut') leftOut.push({ containerId: container.id, reason: reach.reason })
    else if (prize !== null && prize < minutesCost)
      leftOut.push(notWorthIt(visit, { detour_eur: Math.round(minutesCost * 10) / 10 }))
    else
      candidates.push({
        wanted: visit,
        site,
        windows: reach.windows,
        heldBy: heldBy.get(container.id) ?? null,
      })
  }
  return { candidates, leftOut }
}

/** Left out with the numbers that made it a candidate, and what the visit would have cost. */
export const notWorthIt = (
  { container, reason }: Wanted,
  cost: Readonly<Record<string, number>> = {},
): NotCollected => ({
  containerId: container.id,
  reason: { code: 'not_worth_detour', evidence: { ...reason.evidence, ...cost } },
})
