/** A level at a time. */
export interface LevelPoint {
  /** UTC ms of the reading it rests on. */
  readonly at: number
  /** Percent of capacity, 0–100. */
  readonly pct: number
}

/** How full a container is by its sensor. */
export interface FillEstimate extends LevelPoint {
  /** Standard deviation of the estimate, points. */
  readonly sdPct: number
}
