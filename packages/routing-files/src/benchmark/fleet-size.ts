/** Beyond a packing that is known to work: routes are seldom as full as they could be. */
const SLACK = { share: 0.2, vehicles: 10 }

/**
 * Vehicles enough for a file that limits them by capacity alone: those of a packing that exists (each
 * demand into the first vehicle with room, largest first), and some to spare.
 */
export function fleetSize(demands: readonly number[], capacity: number): number {
  const rooms: number[] = []
  for (const demand of demands.toSorted((a, b) => b - a)) {
    const found = rooms.findIndex((room) => room >= demand)
    if (found < 0) rooms.push(capacity - demand)
    else rooms[found] = (rooms[found] ?? 0) - demand
  }
  const enough = Math.ceil(rooms.length * (1 + SLACK.share)) + SLACK.vehicles
  return Math.min(enough, demands.length)
}
