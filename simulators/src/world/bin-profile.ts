// What stays the same about one bin: its size, its place and its weaknesses.

export interface BinProfile {
  readonly capacityL: number
  /** What people bring on an average day, litres. */
  readonly litresPerDay: number
  /** Roof area that drains into the bin instead of off it; 0 for a tight bin. */
  readonly leakM2: number
  /** How much of the day's sun reaches its walls, 0–1. */
  readonly sunShare: number
  /** Air changes an hour through chute and gaps. */
  readonly airChangesPerH: number
  /** Share of bags that were wet when they came. */
  readonly wetBagShare: number
  /** Times a year that somebody clears out a whole household here. */
  readonly burstsPerYear: number
}

export const ordinaryBin = {
  capacityL: 2_500,
  litresPerDay: 150,
  leakM2: 0,
  sunShare: 0.6,
  airChangesPerH: 0.8,
  wetBagShare: 0.0008,
  burstsPerYear: 4,
} as const satisfies BinProfile
