import { HOUR_MS, type Run, type RunTotals, type Vehicle } from '@bakwacht/domain'

/** What a run adds up to; the cost is the vehicle's day, kilometres and hours, in euro. */
export function totalsOf(
  run: Pick<Run, 'departure' | 'arrival' | 'stops'>,
  homeDistanceM: number,
  cost: Vehicle['cost'],
): RunTotals {
  const distanceM = run.stops.reduce((sum, stop) => sum + stop.legDistanceM, homeDistanceM)
  const durationMs = run.arrival - run.departure
  const collected = run.stops.filter(({ kind }) => kind !== 'unload')
  return {
    distanceM: Math.round(distanceM),
    durationS: Math.round(durationMs / 1000),
    kg: tenth(collected.reduce((sum, stop) => sum + stop.expectedKg, 0)),
    l: Math.round(collected.reduce((sum, stop) => sum + stop.expectedL, 0)),
    cost: cents(
      cost.fixed + cost.perKm * (distanceM / 1000) + cost.perHour * (durationMs / HOUR_MS),
    ),
  }
}

const tenth = (value: number): number => Math.round(value * 10) / 10
const cents = (value: number): number => Math.round(value * 100) / 100
