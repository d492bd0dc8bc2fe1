// A published instance of the periodic vehicle routing problem with intermediate facilities: GeoJSON
// with minutes between all places, customers with demand and service per visit, and how many of the
// horizon's days each is visited on.
import { readFileSync } from 'node:fs'
import { evenPatterns, type HorizonProblem, type PeriodicJob } from '@bakwacht/planning'
import type { RoutingVehicle } from '@bakwacht/routing'
import { z } from 'zod'

const count = z.number().int().nonnegative()
const place = z.object({
  properties: z.object({
    id: count,
    type: z.enum(['depot', 'customer', 'intermediateFacility']),
    frequency: count,
    demand: z.number().nonnegative(),
    service: z.number().nonnegative(),
  }),
})
const file = z.object({
  info: z.object({
    numVehicles: count,
    maxDuration: z.number(),
    maxCapacity: z.number(),
    planningHorizon: count,
  }),
  features: z.array(place),
  duration: z.array(z.array(z.number().nonnegative())),
})

export type Pvrpif = z.output<typeof file>

/** @throws ZodError naming what is not as wanted; Error for a matrix that does not fit the places */
export function readPvrpif(path: string): Pvrpif {
  const instance = file.parse(JSON.parse(readFileSync(path, 'utf8')))
  const { features, duration } = instance
  const size = features.length
  if (duration.length !== size || duration.some((row) => row.length !== size))
    throw new Error(`${path}: got ${duration.length} rows of durations, wanted ${size} of ${size}`)
  return instance
}

/**
 * As published: travel time is the cost, service counts towards a shift's length, a vehicle is empty
 * when it comes home, and visits are spread evenly over the horizon.
 */
export function problemOf({ info, features, duration }: Pvrpif): HorizonProblem {
  const minutes = Float64Array.from(duration.flat())
  const matrix = {
    size: duration.length,
    durations: minutes.map((each) => each * 60),
    distances: minutes,
  }
  const vehicles = Array.from({ length: info.numVehicles }, (_, n) => vehicleOf(n, info, features))
  const day = { matrices: [matrix], vehicles, fixed: [] }
  return {
    days: Array.from({ length: info.planningHorizon }, () => day),
    jobs: features.flatMap(({ properties }): PeriodicJob[] => {
      const { id, type, frequency, demand, service } = properties
      if (type !== 'customer') return []
      const job = {
        id: String(id),
        location: id,
        serviceS: service * 60,
        load: [demand],
        windows: [],
        prize: null,
        vehicleTypes: null,
      }
      return [{ job, patterns: evenPatterns(info.planningHorizon, frequency) }]
    }),
  }
}

function vehicleOf(
  index: number,
  info: Pvrpif['info'],
  features: Pvrpif['features'],
): RoutingVehicle {
  const depot = features.find(({ properties }) => properties.type === 'depot')?.properties.id ?? 0
  const facilities = features.filter(({ properties }) => properties.type === 'intermediateFacility')
  return {
    id: `vehicle-${index + 1}`,
    type: 'truck',
    profile: 0,
    capacity: [info.maxCapacity],
    start: depot,
    end: depot,
    shift: [0, info.maxDuration * 60],
    maxDurationS: null,
    breaks: [],
    unloads: facilities.map(({ properties }) => ({
      location: properties.id,
      serviceS: properties.service * 60,
      windows: [],
    })),
    unloadAtEnd: true,
    cost: { fixed: 0, perM: 1, perS: 0 },
  }
}
