import type { Run } from '@bakwacht/domain'

/** What a planner's locks keep on one vehicle. */
export interface HeldStops {
  readonly vehicleId: string
  /** Containers at the head of the run, in order: up to the last stop locked in its position. */
  readonly sequence: readonly string[]
  /** Containers that stay on the vehicle, wherever. */
  readonly members: readonly string[]
}

/** A stop stays in its position only if all before it stay too, so they are held with it. */
export function heldStops(drafts: readonly Run[]): readonly HeldStops[] {
  return drafts.flatMap(({ vehicleId, stops }) => {
    const head = stops.findLastIndex(({ lock }) => lock === 'position') + 1
    const sequence = stops.slice(0, head).flatMap(({ containerId }) => containerId ?? [])
    const members = stops
      .slice(head)
      .flatMap(({ containerId, lock }) => (lock === 'vehicle' && containerId) || [])
    return sequence.length + members.length > 0 ? [{ vehicleId, sequence, members }] : []
  })
}
