import type { CompiledVehicle, Instance } from '../compile/instance.ts'
import type { Stops } from '../schedule/timetable.ts'
import { EPSILON } from '../tolerance.ts'

/** The stops without unload visits whose trip and the next one fit into one. */
export function withoutNeedlessUnloads(
  stops: Stops,
  vehicle: CompiledVehicle,
  instance: Instance,
): Stops {
  if (vehicle.unloads.length === 0) return stops
  const kept = [...stops]
  for (let at = kept.length - 1; at >= 0; at--)
    if ((kept[at] as number) < 0 && fitsInOneTrip(kept, at, vehicle, instance)) kept.splice(at, 1)
  return kept
}

function fitsInOneTrip(
  stops: Stops,
  unload: number,
  { capacity, unloadAtEnd }: CompiledVehicle,
  { load, loadCount }: Instance,
): boolean {
  let first = unload
  while (first > 0 && (stops[first - 1] as number) >= 0) first--
  let last = unload
  while (last + 1 < stops.length && (stops[last + 1] as number) >= 0) last++
  const endsFull = unloadAtEnd && last === stops.length - 1
  for (let i = 0; i < loadCount; i++) {
    const most = capacity[i] as number
    let together = endsFull ? most : 0
    for (let at = first; at <= last; at++)
      if (at !== unload) together += load[(stops[at] as number) * loadCount + i] as number
    if (together > most + EPSILON) return false
  }
  return true
}
