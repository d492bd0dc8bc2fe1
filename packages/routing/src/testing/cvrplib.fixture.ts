import type { Problem } from '../problem.ts'

/** A CVRPLIB instance with rounded Euclidean distances, as a problem with vehicles to spare. */
export function cvrp(text: string): Problem {
  const capacity = Number(/CAPACITY\s*:\s*(\d+)/.exec(text)?.[1])
  const points = section(text, 'NODE_COORD_SECTION', 'DEMAND_SECTION')
  const demands = section(text, 'DEMAND_SECTION', 'DEPOT_SECTION').map(([, demand = 0]) => demand)
  const size = points.length
  const distances = Float64Array.from(points.flatMap((a) => points.map((b) => rounded(a, b))))
  const vehicles = Math.ceil(demands.reduce((sum, demand) => sum + demand, 0) / capacity) + 10
  return {
    matrices: [{ size, durations: new Float64Array(size * size), distances }],
    jobs: demands.slice(1).map((demand, i) => ({
      id: String(i + 1),
      location: i + 1,
      serviceS: 0,
      load: [demand],
      windows: [],
      prize: null,
      vehicleTypes: null,
    })),
    vehicles: Array.from({ length: vehicles }, (_, i) => ({
      id: String(i + 1),
      type: 'any',
      profile: 0,
      capacity: [capacity],
      start: 0,
      end: 0,
      shift: [0, 1],
      maxDurationS: null,
      breaks: [],
      unloads: [],
      unloadAtEnd: false,
      cost: { fixed: 0, perM: 1, perS: 0 },
    })),
    fixed: [],
  }
}

const section = (text: string, from: string, to: string): number[][] =>
  (text.split(from)[1] ?? '')
    .split(to)[0]
    ?.trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/).map(Number)) ?? []

const rounded = ([, x1 = 0, y1 = 0]: number[], [, x2 = 0, y2 = 0]: number[]): number =>
  Math.round(Math.hypot(x1 - x2, y1 - y2))
