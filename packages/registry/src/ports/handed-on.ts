// What goes from one process to another, or from one request to its repetition.

/** Work handed from one process to another (the api asks, the planner does; the planner asks, thresholds does). */
export interface Jobs {
  /** @returns the job's id */
  submit(kind: string, payload: Readonly<Record<string, unknown>>, now: number): Promise<string>
  /** Takes the oldest waiting job of these kinds for this process; one claimed longer than `staleMs` ago is taken again. */
  claim(kinds: readonly string[], now: number, staleMs: number): Promise<Job | undefined>
  finish(id: string, outcome: JobOutcome, now: number): Promise<void>
  outcome(id: string): Promise<JobOutcome | undefined>
}

export interface Job {
  readonly id: string
  readonly kind: string
  readonly payload: Readonly<Record<string, unknown>>
}

export type JobOutcome =
  | { readonly kind: 'done'; readonly answer: Readonly<Record<string, unknown>> }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string }

export interface Idempotency {
  /** The answer given to this key before, if any. */
  find(key: string): Promise<string | undefined>
  remember(key: string, answer: string, now: number): Promise<void>
}

/** Containers whose events changed without a reading (result, assignment, calibration): for thresholds. */
export interface Touched {
  claim(
    limit: number,
    now: number,
  ): Promise<
    readonly { readonly containerId: string; readonly since: number; readonly mark: number }[]
  >
  settle(claimed: readonly { readonly containerId: string; readonly mark: number }[]): Promise<void>
}
