// What a plan and its runs come to.
import type { Plan, Run, Stop, Vehicle } from '@bakwacht/api/contract'

/** Those that are driven, in the order of departure. */
export const drivenRuns = ({ runs }: Pick<Plan, 'runs'>): readonly Run[] =>
  runs
    .filter(({ status }) => status !== 'cancelled')
    .toSorted((a, b) => a.departure.localeCompare(b.departure) || a.id.localeCompare(b.id))

export const binStops = ({ stops }: Pick<Run, 'stops'>): readonly Stop[] =>
  stops.filter(({ container_id }) => container_id !== null)

export const binCount = (runs: readonly Run[]): number =>
  runs.reduce((count, run) => count + binStops(run).length, 0)

/** Drafts and approved runs can be changed; what a driver has begun cannot. */
export const isChangeable = ({ status }: Pick<Run, 'status'>): boolean =>
  status === 'draft' || status === 'approved'

export interface TripLoad {
  readonly trip: number
  readonly kg: number
  readonly l: number
  /** Of what the vehicle may carry, by weight or by volume, whichever is fuller; 1: full. */
  readonly fraction: number
  /** Which of the two fills it first. */
  readonly by: 'kg' | 'l'
}

/** What each trip carries when it comes to unload. */
export function tripLoads(
  { stops }: Pick<Run, 'stops'>,
  vehicle: Pick<Vehicle, 'payload_kg' | 'volume_l'> | undefined,
): readonly TripLoad[] {
  const trips = Map.groupBy(binStops({ stops }), ({ trip }) => trip)
  return [...trips].map(([trip, carried]) => {
    const kg = carried.reduce((sum, stop) => sum + stop.expected_kg, 0)
    const l = carried.reduce((sum, stop) => sum + stop.expected_l, 0)
    const byKg = vehicle === undefined ? 0 : kg / vehicle.payload_kg
    const byL = vehicle === undefined ? 0 : l / vehicle.volume_l
    return { trip, kg, l, fraction: Math.max(byKg, byL), by: byL > byKg ? 'l' : 'kg' }
  })
}
