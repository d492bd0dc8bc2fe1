import type { Near } from './near.ts'
import type { Place } from './place.ts'

/** Finds where a job costs least. A position that would be the best so far is overlooked now and then. */
export interface Insertion {
  readonly place: Place
  /** What follows is about the first `count` of `jobs`, and looks at `near` routes alone; `null`: at all. */
  begin(jobs: ArrayLike<number>, count: number, near: Near | null): void
  /**
   * Finds the cheapest place below `limit`, for `opening` among vehicles at home alone; whether there
   * is one. It stands in `place` then.
   */
  find(job: number, limit: number, opening: boolean): boolean
  /** A vehicle that was at home has a route now. */
  opened(vehicle: number): void
}
