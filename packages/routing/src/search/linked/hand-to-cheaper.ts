import { EPSILON } from '../../tolerance.ts'
import { handingOver } from './handing-over.ts'
import type { LinkedTours } from './linked-tours.ts'

/** Hands each changed route to the driver at home that is cheapest for it, if any is cheaper than its own. */
export function handToCheaper(tours: LinkedTours): void {
  const { classes } = tours.instance
  if (classes.length === 1) return
  const { touchedRoutes, count, drivers } = tours
  for (let i = touchedRoutes.length - 1; i >= 0; i--) {
    const route = touchedRoutes[i] as number
    if (count[route] === 0) continue
    let least = -EPSILON
    let best = -1
    for (let index = 0; index < classes.length; index++) {
      if (index === drivers.class[route]) continue
      const more = handingOver(tours, route, index, -1)
      if (more >= least) continue
      least = more
      best = index
    }
    if (best >= 0) tours.handOver(route, best)
  }
}
