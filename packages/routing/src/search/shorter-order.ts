// One route's stops in a shorter order, for a vehicle that takes over what others drove: strings moved or
// turned until no such change helps (2-opt and or-opt). Time and loads are not looked at.
import type { VehicleClass } from '../compile/instance.ts'
import { EPSILON } from '../tolerance.ts'

const LONGEST_STRING = 3
/** Each pass looks at every pair of stops once. */
const MOST_PASSES = 12

/** @param sites of the stops in their order, without start and end; changed with `jobs` alike */
export function shortenOrder(owner: VehicleClass, sites: number[], jobs: number[]): void {
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const moved = moveStrings(owner, sites, jobs)
    const turned = turnStrings(owner, sites, jobs)
    if (!moved && !turned) return
  }
}

function moveStrings(owner: VehicleClass, sites: number[], jobs: number[]): boolean {
  const { driveCost, size } = owner
  const cost = (from: number, to: number) => driveCost[from * size + to] as number
  const at = (place: number) => siteAt(owner, sites, place)
  let improved = false
  for (let length = 1; length <= LONGEST_STRING; length++)
    for (let from = 0; from + length <= sites.length; from++) {
      const first = at(from)
      const last = at(from + length - 1)
      const before = at(from - 1)
      const after = at(from + length)
      const saved = cost(before, first) + cost(last, after) - cost(before, after)
      if (saved <= EPSILON) continue
      let best = -EPSILON
      let bestGap = -1
      for (let gap = 0; gap <= sites.length; gap++) {
        if (gap >= from && gap <= from + length) continue
        const left = at(gap - 1)
        const right = at(gap)
        const more = cost(left, first) + cost(last, right) - cost(left, right) - saved
        if (more >= best) continue
        best = more
        bestGap = gap
      }
      if (bestGap < 0) continue
      for (const list of [sites, jobs]) {
        const string = list.splice(from, length)
        list.splice(bestGap > from ? bestGap - length : bestGap, 0, ...string)
      }
      improved = true
    }
  return improved
}

function turnStrings(owner: VehicleClass, sites: number[], jobs: number[]): boolean {
  const { driveCost, size } = owner
  const cost = (from: number, to: number) => driveCost[from * size + to] as number
  const at = (place: number) => siteAt(owner, sites, place)
  let improved = false
  for (let from = 0; from < sites.length - 1; from++) {
    let forth = 0
    let back = 0
    for (let to = from + 1; to < sites.length; to++) {
      forth += cost(at(to - 1), at(to))
      back += cost(at(to), at(to - 1))
      const before = at(from - 1)
      const after = at(to + 1)
      const old = cost(before, at(from)) + forth + cost(at(to), after)
      if (cost(before, at(to)) + back + cost(at(from), after) >= old - EPSILON) continue
      for (const list of [sites, jobs])
        list.splice(from, to - from + 1, ...list.slice(from, to + 1).reverse())
      improved = true
      ;[forth, back] = [back, forth]
    }
  }
  return improved
}

/** Before the first stop the start, behind the last the end. */
function siteAt(owner: VehicleClass, sites: readonly number[], place: number): number {
  if (place < 0) return owner.startSite
  return place < sites.length ? (sites[place] as number) : owner.endSite
}
