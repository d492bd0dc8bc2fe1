// Which containers a round looks at, and from which observed time on.
import { type Container, DAY_MS, HOUR_MS, LATE_AFTER_MS } from '@bakwacht/domain'
import type { Fleet } from '../fleet.ts'
import type { Claimed } from './claim.ts'

/** Container id → UTC ms. */
export type Scope = ReadonlyMap<string, number>

/** Containers with new events of their own before `until`, UTC ms. */
export function ownScope({ dirty, touched }: Claimed, fleet: Fleet, until: number): Scope {
  const scope = new Map<string, number>()
  const isBefore = ({ since }: { readonly since: number }) => since < until
  for (const { deviceId, since } of dirty.filter(isBefore))
    for (const { containerId, from, to } of fleet.assignmentsOfDevice(deviceId))
      if (to === null || to > since) widen(scope, containerId, Math.max(since, from))
  for (const { containerId, since } of touched.filter(isBefore)) widen(scope, containerId, since)
  for (const id of scope.keys()) if (!fleet.containers.get(id)?.active) scope.delete(id)
  return scope
}

/**
 * `own` and the containers to judge besides: those whose neighbours' complete hours changed, for their
 * reference did, and `besides` (the whole fleet when an hour is over).
 * @param tick what is judged at now
 * @param judgedUntil hours from here on were never complete when anything was judged
 */
export function wholeScope(
  own: Scope,
  besides: readonly Container[],
  fleet: Fleet,
  { tick, judgedUntil }: { readonly tick: number; readonly judgedUntil: number },
): Scope {
  const scope = new Map(own)
  for (const { id } of besides) widen(scope, id, tick)
  for (const [id, since] of own) {
    const hourStart = Math.floor(since / HOUR_MS) * HOUR_MS
    if (hourStart >= judgedUntil) continue
    const from = Math.max(hourStart, judgedUntil - LATE_AFTER_MS - DAY_MS)
    for (const neighbour of fleet.neighbourTo(id)) widen(scope, neighbour, from)
  }
  return scope
}

function widen(scope: Map<string, number>, containerId: string, since: number): void {
  scope.set(containerId, Math.min(since, scope.get(containerId) ?? since))
}
