/** How full a container is by its sensor. */
export interface FillEstimate {
  /** UTC ms of the reading it rests on. */
  readonly at: number
  /** Percent of capacity, 0–100. */
  readonly pct: number
  /** Standard deviation of the estimate, points. */
  readonly sdPct: number
}
