// The world's clock. Instants are UTC ms; people give by civil time, which the world takes as
// UTC + 1 h all year: an hour of daylight saving changes nothing that a bin could tell.
export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000

/** The world moves in steps of this length, on whole quarters of an hour. */
export const STEP_MS = 15 * MINUTE_MS
export const STEP_H = STEP_MS / HOUR_MS

const LOCAL_OFFSET_MS = HOUR_MS

export const localHour = (at: number): number => Math.floor((at + LOCAL_OFFSET_MS) / HOUR_MS) % 24

/** 0 Monday … 6 Sunday. */
export const localWeekday = (at: number): number =>
  (Math.floor((at + LOCAL_OFFSET_MS) / DAY_MS) + 3) % 7

/** 0 January … 11 December. */
export const localMonth = (at: number): number => new Date(at + LOCAL_OFFSET_MS).getUTCMonth()

/** Days since the year began, with fraction. */
export const dayOfYear = (at: number): number =>
  (at - Date.UTC(new Date(at).getUTCFullYear(), 0, 1)) / DAY_MS
