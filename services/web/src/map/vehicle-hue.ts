// One hue per vehicle, the same on the map and in lists: `var(--run-1)` to `var(--run-7)` of tokens.css.

/** As many as tokens.css has. */
export const HUES = 7

export interface VehicleHue {
  /** From 1: `var(--run-${hue})`. */
  readonly hue: number
  /** The hues are used up once: this vehicle's line is dashed. */
  readonly dashed: boolean
}

/** By the order of all vehicles' ids: a vehicle keeps its hue from day to day. */
export function vehicleHue(vehicleId: string, vehicles: readonly { readonly id: string }[]) {
  const before = vehicles.filter(({ id }) => id < vehicleId).length
  return { hue: 1 + (before % HUES), dashed: before % (2 * HUES) >= HUES } satisfies VehicleHue
}
