// Is the sensor dead? One answer, from all that is known, the worst first.
import type { ContainerState } from '@bakwacht/api/contract'

export type Diagnosis =
  | { readonly kind: 'none' | 'waiting' | 'battery' | 'works' }
  /** UTC ms. */
  | { readonly kind: 'silent' | 'no_echo'; readonly since: number }
  /** What is wrong stands in the alerts. */
  | { readonly kind: 'faulty' }
  | { readonly kind: 'battery_ends'; readonly at: number }

type Known = Pick<ContainerState, 'health' | 'last_reading_at'>

/** @param hasDevice whether one sits in the container now */
export function diagnosisOf(
  { health, last_reading_at: heard }: Known,
  hasDevice: boolean,
): Diagnosis {
  if (!hasDevice) return { kind: 'none' }
  if (health === null || heard === null) return { kind: 'waiting' }
  if (health.silent_since !== null)
    return { kind: 'silent', since: Date.parse(health.silent_since) }
  if (health.no_echo_since !== null && !health.trustworthy)
    return { kind: 'no_echo', since: Date.parse(health.no_echo_since) }
  if (health.faults.some((fault) => fault !== 'battery_ends')) return { kind: 'faulty' }
  if (health.battery_low) return { kind: 'battery' }
  if (health.battery_ends_at !== null)
    return { kind: 'battery_ends', at: Date.parse(health.battery_ends_at) }
  return { kind: 'works' }
}

export type Signal = 'good' | 'fair' | 'poor'

/** Of long-range radio; what is poor still arrives, with gaps. */
export function signalOf(dbm: number): Signal {
  if (dbm >= -100) return 'good'
  return dbm >= -115 ? 'fair' : 'poor'
}
