/** Visits that come round every four weeks: container id to working days of the cycle, counted from 0. */
export type Schedule = ReadonlyMap<string, readonly number[]>

export const CYCLE_WEEKS = 4
