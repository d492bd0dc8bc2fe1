import type { Instance, VehicleClass } from '../../compile/instance.ts'

/** Prices this much apart, as a share of them, are the same: quotients round. */
const SAME = 1e-12

/**
 * What driving and service cost each class as a multiple of what they cost the first; `null`: no such multiple
 * holds for all ways, since roads, start or end differ, or metres and seconds do not cost in proportion.
 */
export function ratesOf({ classes }: Instance): Float64Array | null {
  const [first] = classes
  if (first === undefined) return null
  const rates = Float64Array.from(classes, (owner) => rateOf(owner, first))
  return rates.every((rate) => rate > 0 && rate < Number.POSITIVE_INFINITY) ? rates : null
}

/** NaN: there is none. */
function rateOf(owner: VehicleClass, first: VehicleClass): number {
  const { given, startSite, endSite, perM, perS } = owner
  if (given !== first.given || startSite !== first.startSite || endSite !== first.endSite)
    return Number.NaN
  if (perM === first.perM && perS === first.perS) return 1
  const rate = first.perM > 0 ? perM / first.perM : perS / first.perS
  const isSame = (price: number, other: number) => Math.abs(price - rate * other) <= SAME * price
  return isSame(perM, first.perM) && isSame(perS, first.perS) ? rate : Number.NaN
}
