// A horizon's plan judged by the instance's file alone: what it costs, and every rule that it breaks.
import type { HorizonPlan } from '@bakwacht/planning'
import type { Pvrpif } from './pvrpif-file.ts'

export interface Judged {
  /** Minutes of travel over all days. */
  readonly cost: number
  readonly faults: readonly string[]
}

export function judge({ info, features, duration }: Pvrpif, { days }: HorizonPlan): Judged {
  const faults: string[] = []
  const visits = new Map<number, number[]>()
  let cost = 0
  for (const [day, { routes }] of days.entries()) {
    if (routes.length > info.numVehicles) faults.push(`day ${day}: ${routes.length} vehicles`)
    for (const { vehicleId, steps } of routes) {
      const where = `day ${day}, ${vehicleId}`
      let load = 0
      let minutes = 0
      let at = steps[0]?.location ?? 0
      for (const { kind, location } of steps) {
        const { demand = 0, service = 0, type } = features[location]?.properties ?? {}
        const travel = duration[at]?.[location] ?? Number.NaN
        cost += travel
        minutes += travel + service
        at = location
        if (kind === 'unload' && type !== 'intermediateFacility')
          faults.push(`${where}: no facility`)
        if (kind === 'unload') load = 0
        if (kind !== 'job') continue
        load += demand
        visits.set(location, [...(visits.get(location) ?? []), day])
        if (load > info.maxCapacity) faults.push(`${where}: load ${load}`)
      }
      if (load > 0) faults.push(`${where}: comes home with ${load}`)
      if (minutes > info.maxDuration) faults.push(`${where}: ${minutes} min`)
      if (features[at]?.properties.type !== 'depot') faults.push(`${where}: ends at ${at}`)
    }
  }
  for (const { properties } of features) {
    const { id, type, frequency } = properties
    if (type !== 'customer') continue
    const on = visits.get(id) ?? []
    const gap = info.planningHorizon / frequency
    const even = on.every((day, n) => n === 0 || day - (on[n - 1] ?? 0) === gap)
    if (on.length !== frequency || !even) faults.push(`customer ${id}: visited on days ${on}`)
  }
  return { cost, faults }
}
