import type { VehicleProfile } from '../travel-times.ts'

/** European law: heavier than this, a vehicle is a goods vehicle, and signs for lorries are for it. */
const CAR_LICENCE_T = 3.5
/** What one of two axles carries of a loaded truck. */
const AXLE_SHARE = 0.65

/**
 * Valhalla's costing for a vehicle. Always with the vehicle's own size: without it Valhalla's truck is an
 * American semi of 21.6 m and 21.8 t.
 */
export function costingOf({ heightM, widthM, lengthM, weightT }: VehicleProfile) {
  if (weightT <= CAR_LICENCE_T)
    return { costing: 'auto', costing_options: { auto: { height: heightM, width: widthM } } }
  const truck = {
    height: heightM,
    width: widthM,
    length: lengthM,
    weight: weightT,
    axle_load: Math.round(weightT * AXLE_SHARE * 10) / 10,
    axle_count: 2,
  }
  return { costing: 'truck', costing_options: { truck } }
}
