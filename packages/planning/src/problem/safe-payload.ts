// Loads are expected, not weighed: a truck filled to its payload with what is expected is overloaded every
// other day, and that shows at its last stops. So a trip is planned for somewhat less.
import { normalQuantile, type Run, type Vehicle } from '@bakwacht/domain'
import type { Wanted } from '../selection/decision.ts'
import type { Snapshot } from '../snapshot.ts'

/**
 * The vehicles with the payload that a trip of these visits may be planned to, so that it weighs more than
 * the vehicle carries with a chance of `settings.plan.overloadChance` only. With n visits of mean m and
 * standard deviation s on board: n·m + z·√n·s = payload. Never less than one of the visits alone that it can
 * carry, nor than a trip of the drafts, which may be locked.
 */
export function withSafePayloads(
  snapshot: Snapshot,
  wanted: readonly Wanted[],
  drafts: readonly Run[],
): Snapshot {
  const { overloadChance } = snapshot.settings.plan
  const loads = wanted.map(({ expected }) => expected).filter(({ kg }) => kg > 0)
  if (loads.length === 0 || overloadChance >= 0.5) return snapshot
  const mean = meanOf(loads.map(({ kg }) => kg))
  const sd = Math.sqrt(meanOf(loads.map(({ sdKg = 0 }) => sdKg ** 2)))
  const margin = (-normalQuantile(overloadChance) * sd) / Math.sqrt(mean)
  const safe = (vehicle: Vehicle): number => {
    const filled = ((Math.sqrt(margin ** 2 + 4 * vehicle.payloadKg) - margin) / 2) ** 2
    const own = drafts.filter(({ vehicleId }) => vehicleId === vehicle.id)
    const whole = [...loads.map(({ kg }) => kg), ...own.flatMap(tripsOf)]
    return Math.max(filled, ...whole.filter((kg) => kg <= vehicle.payloadKg))
  }
  const vehicles = snapshot.vehicles.map((vehicle) => ({ ...vehicle, payloadKg: safe(vehicle) }))
  return { ...snapshot, vehicles }
}

/** What each of its trips brings in, kg. */
const tripsOf = ({ stops }: Run): number[] =>
  stops.filter(({ kind }) => kind === 'unload').map(({ expectedKg }) => expectedKg)

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
