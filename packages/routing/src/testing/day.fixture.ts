// A small depot and its stops on a line: location i lies i minutes and i km from location 0.
import type { Job, Problem, RoutingVehicle, TravelMatrix } from '../problem.ts'

export const HOUR = 3600

export function line(size: number): TravelMatrix {
  const between = (unit: number) =>
    Float64Array.from(
      { length: size * size },
      (_, i) => Math.abs(Math.floor(i / size) - (i % size)) * unit,
    )
  return { size, durations: between(60), distances: between(1000) }
}

export const job = (id: string, location: number, change: Partial<Job> = {}): Job => ({
  id,
  location,
  serviceS: 60,
  load: [1],
  windows: [],
  prize: null,
  vehicleTypes: null,
  ...change,
})

export const van = (id: string, change: Partial<RoutingVehicle> = {}): RoutingVehicle => ({
  id,
  type: 'van',
  profile: 0,
  capacity: [10],
  start: 0,
  end: 0,
  shift: [0, 8 * HOUR],
  maxDurationS: null,
  breaks: [],
  unloads: [],
  unloadAtEnd: false,
  cost: { fixed: 25, perM: 0.001, perS: 0.01 },
  ...change,
})

export const day = (
  jobs: readonly Job[],
  vehicles: readonly RoutingVehicle[],
  fixed: Problem['fixed'] = [],
): Problem => ({ matrices: [line(100)], jobs, vehicles, fixed })
