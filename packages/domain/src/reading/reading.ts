// One reading of one device. Identity is (deviceId, observedAt).

/** `null`: not measured, no result, or emptied because physically impossible (then a flag says so). */
export interface Measurements {
  /** Sensor down to the textile: large means empty. */
  readonly distanceMm: number | null
  /** 0–100, as the device estimates it. */
  readonly fillPct: number | null
  readonly tempC: number | null
  readonly rhPct: number | null
  readonly batteryV: number | null
  readonly rssiDbm: number | null
  readonly tiltDeg: number | null
  readonly lidOpens: number | null
}

export interface Reading extends Measurements {
  readonly deviceId: string
  /** UTC ms. */
  readonly observedAt: number
  /** UTC ms. */
  readonly receivedAt: number
  readonly seq: number | null
  /** Bits of quality-flag.ts. */
  readonly flags: number
}

/** A reading older than this before its device's newest has no effect on the state. */
export const LATE_AFTER_MS = 14 * 24 * 3_600_000
