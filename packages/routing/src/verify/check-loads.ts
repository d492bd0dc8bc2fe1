// What is on board: never more than fits, nothing at the end where that is asked, trips counted right.
import type { Problem, RoutingVehicle } from '../problem.ts'
import type { Route } from '../solution.ts'
import type { Complain } from './violation.ts'

const RELATIVE = 1e-6

export function checkLoads(
  problem: Problem,
  vehicle: RoutingVehicle,
  route: Route,
  complain: Complain,
): void {
  const vehicleId = vehicle.id
  let onBoard = vehicle.capacity.map(() => 0)
  let trip = 1
  for (const step of route.steps) {
    if (step.kind !== 'job' && step.kind !== 'unload') continue
    const jobId = step.kind === 'job' ? step.jobId : null
    if (step.trip !== trip)
      complain({
        kind: 'trip',
        vehicleId,
        jobId,
        message: `a ${step.kind} is in trip ${step.trip}, not ${trip}`,
      })
    if (step.kind === 'unload') {
      onBoard = onBoard.map(() => 0)
      trip++
      continue
    }
    const load = problem.jobs.find(({ id }) => id === jobId)?.load ?? []
    onBoard = onBoard.map((amount, i) => amount + (load[i] ?? 0))
    onBoard.forEach((amount, i) => {
      const capacity = vehicle.capacity[i] ?? 0
      if (amount > capacity + RELATIVE * (1 + capacity))
        complain({
          kind: 'load',
          vehicleId,
          jobId,
          message: `load ${i} is ${amount} of ${capacity}`,
        })
    })
  }
  const left = onBoard.findIndex((amount) => amount > RELATIVE)
  if (vehicle.unloadAtEnd && left >= 0)
    complain({
      kind: 'unload',
      vehicleId,
      jobId: null,
      message: `comes home with ${onBoard[left]} of load ${left} on board`,
    })
}
