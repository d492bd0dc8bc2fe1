/** No unload visit. */
export const NONE = -1

/** Where a job goes; one object for the whole search. */
export interface Place {
  vehicle: number
  /** Behind so many stops. */
  gap: number
  /** Unload visits right before and after the job, or {@link NONE}. */
  before: number
  after: number
  /** What it adds to the route's cost. */
  delta: number
  /** A vehicle at home that takes over the route first, since this one is too small; -1: none. */
  successor: number
  /** What the successor adds to the route's cost before the job does. */
  succession: number
}

export const noPlace = (): Place => ({
  vehicle: -1,
  gap: 0,
  before: NONE,
  after: NONE,
  delta: Number.POSITIVE_INFINITY,
  successor: -1,
  succession: 0,
})
