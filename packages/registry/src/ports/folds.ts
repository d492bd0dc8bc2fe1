// What the thresholds folded so far, for the next start.

/** Days of hourly values kept before the oldest that a late event can still change. */
export const HOURS_KEPT_DAYS = 60

/** Folded values that outlive a restart; opaque to the registry. Written by thresholds alone. */
export interface Folds {
  /** The newest checkpoint at or before `at`, per container. */
  checkpoints(containerIds: readonly string[], at: number): Promise<readonly FoldCheckpoint[]>
  /** Stores checkpoints and hours; removes the container's checkpoints after `replacesFrom` and those before `keepFrom` but the last. */
  save(changes: readonly FoldChange[]): Promise<void>
  /** Hourly values of UTC days in `[fromDay, toDay]` (days since 1970), for neighbours and pages. */
  days(
    containerIds: readonly string[],
    fromDay: number,
    toDay: number,
  ): Promise<readonly FoldedDay[]>
}

export interface FoldCheckpoint {
  readonly containerId: string
  /** UTC ms: all events observed before this are folded in. */
  readonly at: number
  /** JSON. */
  readonly state: string
}

export interface FoldedDay {
  readonly containerId: string
  /** Days since 1970-01-01 UTC. */
  readonly day: number
  /** 24 hourly slots × the fields of domain's hourly record. */
  readonly hours: Uint8Array
}

export interface FoldChange {
  readonly containerId: string
  readonly replacesFrom: number
  readonly keepFrom: number
  readonly checkpoints: readonly FoldCheckpoint[]
  readonly days: readonly FoldedDay[]
}
