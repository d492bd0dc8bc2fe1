// Amounts as the search knows them: what is picked up, summed. Deliveries without unloads weigh the
// same (all on board at the start instead of at the end), and a limit of tasks is a load of ones.
import type { VroomInput, VroomJob, VroomVehicle } from './vroom-input.ts'

export interface Loads {
  readonly of: (job: VroomJob) => number[]
  readonly capacityOf: (vehicle: VroomVehicle) => number[]
}

export function loadsIn({ jobs, vehicles }: VroomInput): Loads {
  const dimensions = dimensionsIn({ jobs, vehicles })
  const counted = vehicles.some(({ max_tasks }) => max_tasks !== undefined)
  const amounts = Array.from({ length: dimensions }, (_, i) => i)
  return {
    of: ({ pickup, delivery }) => [
      ...amounts.map((i) => (pickup?.[i] ?? 0) + (delivery?.[i] ?? 0)),
      ...(counted ? [1] : []),
    ],
    // Without a capacity there is room for nothing, as in VROOM.
    capacityOf: ({ capacity, max_tasks }) => [
      ...amounts.map((i) => capacity?.[i] ?? 0),
      ...(counted ? [max_tasks ?? jobs.length] : []),
    ],
  }
}

export const dimensionsIn = ({ jobs, vehicles }: Pick<VroomInput, 'jobs' | 'vehicles'>): number =>
  Math.max(
    0,
    ...vehicles.map(({ capacity }) => capacity?.length ?? 0),
    ...jobs.map(({ pickup, delivery }) => pickup?.length ?? delivery?.length ?? 0),
  )
