import type { Vehicle } from '@bakwacht/api/contract'

type Kinds = Pick<Vehicle, 'type' | 'depot_id' | 'active'>

export interface KindsMissing {
  /** The kinds of vehicle that can empty the bin. */
  readonly takes: string
  /** The kinds in use. */
  readonly has: string
  /** One of them could: it does not drive on that day. */
  readonly away: boolean
}

/**
 * What a bin takes and what there is, where it is left out for want of a suitable vehicle.
 * @param evidence of its reason
 * @param depotId whose vehicles could come; `null`: anybody's
 */
export function kindsMissing(
  { because, types }: Readonly<Record<string, unknown>>,
  vehicles: readonly Kinds[],
  depotId: string | null,
): KindsMissing | null {
  if (because !== 'vehicle_type' || typeof types !== 'string') return null
  const near = vehicles.filter((one) => one.active && (depotId ?? one.depot_id) === one.depot_id)
  const has = [...new Set(near.map(({ type }) => type))].sort()
  const takes = types.split(', ')
  return { takes: types, has: has.join(', '), away: has.some((type) => takes.includes(type)) }
}
