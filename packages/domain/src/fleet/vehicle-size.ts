// How large a vehicle is on the road: under which bridges, over which streets it may go.

export interface VehicleSize {
  readonly heightM: number
  readonly widthM: number
  readonly lengthM: number
  /** Fully loaded, tonnes. */
  readonly weightT: number
}

/** What is known of a vehicle that its size follows from. */
interface Sized {
  readonly type: string
  readonly payloadKg: number
  readonly size?: Partial<VehicleSize>
}

/** Usual European vehicles of this trade; assumptions, where a vehicle's own figures are not known. */
const VAN: VehicleSize = { heightM: 2.7, widthM: 2.1, lengthM: 6, weightT: 3.5 }
const LIGHT_TRUCK: VehicleSize = { heightM: 3.4, widthM: 2.5, lengthM: 8, weightT: 7.5 }
const HEAVY_TRUCK: VehicleSize = { heightM: 3.8, widthM: 2.55, lengthM: 10, weightT: 18 }

/** The largest payload of a vehicle that is driven as a car, and of a 7.5 t truck, kg. */
const VAN_PAYLOAD_KG = 1500
const LIGHT_PAYLOAD_KG = 3500

/** The vehicle's own figures, and usual ones for its type and payload where it has none. */
export function sizeOf(vehicle: Sized): VehicleSize {
  return { ...usualSize(vehicle), ...vehicle.size }
}

function usualSize({ type, payloadKg }: Sized): VehicleSize {
  if (payloadKg > LIGHT_PAYLOAD_KG || type === 'crane') return HEAVY_TRUCK
  if (payloadKg > VAN_PAYLOAD_KG || type === 'truck') return LIGHT_TRUCK
  return VAN
}
