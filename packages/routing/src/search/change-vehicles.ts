// In a mixed fleet a route may be driven by a vehicle of another class: a smaller one once stops are taken
// out, a larger one where another stop does not fit. Only where time is no question.
import type { VehicleClass } from '../compile/instance.ts'
import { EPSILON } from '../tolerance.ts'
import type { Tours } from './tours.ts'

/** Hands each changed route to the vehicle at home that drives it cheapest, if any is cheaper. */
export function changeVehicles(tours: Tours): void {
  const { touched } = tours
  for (let i = touched.length - 1; i >= 0; i--) {
    const vehicle = touched[i] as number
    const slot = tours.slotOf[vehicle] as number
    if (slot < 0) continue
    const own = tours.slots.class[slot] as number
    let least = (tours.slots.cost[slot] as number) - EPSILON
    let best = -1
    for (const other of tours.instance.classes) {
      if (other.index === own || !canTakeOver(tours, slot, other, -1)) continue
      const cost = costFor(tours, slot, other)
      if (cost >= least) continue
      least = cost
      best = other.index
    }
    if (best >= 0) tours.handOver(vehicle, tours.idle[best]?.members.at(-1) as number)
  }
}

/** Whether a vehicle of the class is at home and may serve the slot's stops, and `job` too unless it is -1. */
export function canTakeOver(tours: Tours, slot: number, owner: VehicleClass, job: number): boolean {
  const { instance, slots, idle } = tours
  if (idle[owner.index]?.size === 0 || owner.hasHead) return false
  for (let i = 0; i < slots.loads; i++) {
    const more = job < 0 ? 0 : (instance.load[job * slots.loads + i] as number)
    const load = (slots.picked[slot * slots.loads + i] as number) + more
    if (load > (owner.capacity[i] as number) + EPSILON) return false
  }
  const row = slot * slots.stride
  for (let at = row + 1; at <= row + (slots.length[slot] as number); at++)
    if (instance.allowed[owner.index * instance.jobCount + (slots.stops[at] as number)] === 0)
      return false
  return true
}

/** What the slot's stops would cost if the class drove them. */
export function costFor(tours: Tours, slot: number, owner: VehicleClass): number {
  const { slots, instance } = tours
  const { driveCost, size, startSite, endSite, perS, fixedCost } = owner
  const row = slot * slots.stride
  const last = row + (slots.length[slot] as number)
  let cost = fixedCost
  let from = startSite * size
  for (let at = row + 1; at <= last; at++) {
    cost += driveCost[from + (slots.places[at] as number)] as number
    if (perS > 0) cost += perS * (instance.serviceS[slots.stops[at] as number] as number)
    from = (slots.places[at] as number) * size
  }
  return cost + (driveCost[from + endSite] as number)
}
