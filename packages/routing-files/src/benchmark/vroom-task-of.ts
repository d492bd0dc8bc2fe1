import type { Problem } from '@bakwacht/routing'
import type { VroomTask } from '../vroom/read-vroom.ts'

/** A benchmark's problem in VROOM's words, so that it can be answered in them. Customer n is job n. */
export function vroomTaskOf({ jobs, vehicles, matrices, ...rest }: Problem): VroomTask {
  const [matrix] = matrices
  return {
    problem: { jobs, vehicles, matrices, ...rest },
    travelTimes: 'given',
    tables: new Map([['car', { distances: matrix?.distances ?? null }]]),
    input: {
      jobs: jobs.map(({ id, location, serviceS, load, windows, prize }) => ({
        id: Number(id),
        location_index: location,
        setup: 0,
        service: serviceS,
        pickup: [...load],
        skills: [],
        priority: 0,
        ...(windows.length > 0 && { time_windows: windows.map(([from, to]) => [from, to]) }),
        ...(prize !== null && { prize }),
      })),
      vehicles: vehicles.map(({ id, start, end, capacity, cost, shift, unloads }) => ({
        id: Number(id),
        profile: 'car',
        start_index: start,
        end_index: end,
        capacity: [...capacity],
        costs: { fixed: cost.fixed, per_hour: 3600, per_km: 0 },
        skills: [],
        time_window: [shift[0], shift[1]],
        breaks: [],
        speed_factor: 1,
        unloads: unloads.map(({ location, serviceS }) => ({
          location_index: location,
          service: serviceS,
        })),
      })),
    },
  }
}
