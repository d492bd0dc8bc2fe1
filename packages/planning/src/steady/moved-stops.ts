import type { Run } from '@bakwacht/domain'

/** How many containers that are in both changed their vehicle, or their place among the others that stayed. */
export function movedStops(before: readonly Run[], after: readonly Run[]): number {
  const vehicleOf = new Map(before.flatMap((run) => visits(run).map((id) => [id, run.vehicleId])))
  let moved = 0
  for (const run of after) {
    const known = visits(run).filter((id) => vehicleOf.has(id))
    const stayed = known.filter((id) => vehicleOf.get(id) === run.vehicleId)
    const old = before.filter(({ vehicleId }) => vehicleId === run.vehicleId).flatMap(visits)
    const places = stayed.map((id) => old.indexOf(id))
    moved += known.length - stayed.length + (places.length - longestRising(places))
  }
  return moved
}

const visits = ({ stops }: Run): string[] => stops.flatMap(({ containerId }) => containerId ?? [])

/** The length of the longest rising subsequence (patience sorting). */
function longestRising(numbers: readonly number[]): number {
  const tops: number[] = []
  for (const number of numbers) {
    const pile = tops.findIndex((top) => top >= number)
    if (pile < 0) tops.push(number)
    else tops[pile] = number
  }
  return tops.length
}
