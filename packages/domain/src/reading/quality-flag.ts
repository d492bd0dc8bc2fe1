// What was odd about a reading. Flags are bits in one integer, so a row stays small.

/** Bit positions never change: they are stored. */
const FLAG_BITS = {
  /** The device measured and got no echo (0, 65535 or null). Never "empty". */
  no_echo: 1 << 0,
  distance_impossible: 1 << 1,
  fill_impossible: 1 << 2,
  temp_impossible: 1 << 3,
  rh_impossible: 1 << 4,
  battery_impossible: 1 << 5,
  rssi_impossible: 1 << 6,
  tilt_impossible: 1 << 7,
  lid_opens_impossible: 1 << 8,
  /** The device sent no time; `observedAt` is the time of receipt. */
  server_time: 1 << 9,
  /** The device's clock was wrong; `observedAt` is the time of receipt. */
  clock_wrong: 1 << 10,
  /** Observed more than 14 days before the device's newest reading: without effect on the state. */
  late: 1 << 11,
} as const

export type QualityFlag = keyof typeof FLAG_BITS

export const flagBit = (flag: QualityFlag): number => FLAG_BITS[flag]

export const hasFlag = (flags: number, flag: QualityFlag): boolean =>
  (flags & FLAG_BITS[flag]) !== 0

/** The names of all bits set, in the order of their bits. */
export const flagNames = (flags: number): QualityFlag[] =>
  (Object.keys(FLAG_BITS) as QualityFlag[]).filter((flag) => hasFlag(flags, flag))
