// The port of the readings table, which is inbox, outbox and recent history at once.
// Adapters: sqlite/ and postgres/. One suite runs on both (telemetry-store.case.ts).
import type { MessagePort } from 'node:worker_threads'
import type { Reading } from '@bakwacht/domain'

/** One accepted reading on its way to disk. */
export interface ReadingToCommit {
  /**
   * `observedAt` is final unless `stampedByServer`: then it is the time of receipt, and the store
   * moves it to the first free millisecond at or after it, in the order of the batch.
   * The store alone sets the `late` flag: only it knows the device's newest reading.
   */
  readonly reading: Reading
  readonly stampedByServer: boolean
  /**
   * Hash of what was measured, an integer below 2^48 (6 bytes on disk). Tells a repeat from a conflict,
   * and makes the identity of a stamped reading.
   */
  readonly contentHash: number
}

/**
 * `stored`: new, durable now. `duplicate`: already there with the same content.
 * `conflict`: already there with another content; the first stays.
 */
export type CommitOutcome = 'stored' | 'duplicate' | 'conflict'

export interface Rejection {
  readonly id: number
  /** UTC ms. */
  readonly at: number
  readonly deviceId: string | null
  readonly topic: string
  readonly reason: string
  /** Index in the array; `null`: the whole message. */
  readonly item: number | null
  /** The first 1,024 bytes. */
  readonly payload: Uint8Array
  readonly payloadBytes: number
}

export type NewRejection = Omit<Rejection, 'id'>

/** A device with readings that the thresholds have not seen, and from which observed time on. */
export interface DirtyDevice {
  readonly deviceId: string
  /** Earliest observed time among what is new, UTC ms. */
  readonly since: number
  /** The newest observed time of the device when it was claimed; `null`: no reading yet. */
  readonly newestAt: number | null
  /** Passed back to `settleDirty`, so that a reading accepted meanwhile keeps the device dirty. */
  readonly mark: number
}

export interface ReadingRange {
  readonly deviceId: string
  /** `[from, to)`, UTC ms. */
  readonly from: number
  readonly to: number
}

export interface MeanRow {
  /** UTC ms: start of the bucket. */
  readonly at: number
  readonly count: number
  readonly distanceMm: number | null
  readonly fillPct: number | null
  readonly tempC: number | null
  readonly rhPct: number | null
  readonly batteryV: number | null
}

export interface HistoryPage<Row> {
  readonly items: readonly Row[]
  /** Opaque; `null`: that was all. */
  readonly nextCursor: string | null
  /** UTC ms up to which the answer is complete. */
  readonly completeUntil: number
}

export interface TelemetryStore {
  /**
   * Commits all in one durable transaction, grouped with what other callers bring meanwhile.
   * Resolves once it is on disk (SQLite: after fdatasync; PostgreSQL: committed).
   * @returns one outcome an item, in order
   * @throws TelemetryUnavailable when nothing was stored
   */
  commit(items: readonly ReadingToCommit[]): Promise<readonly CommitOutcome[]>

  /** Kept to the newest 10,000, at most 100 an hour a device; the rest is only counted. */
  reject(rejections: readonly NewRejection[]): Promise<void>
  rejections(page: {
    readonly limit: number
    readonly before?: number
    readonly deviceId?: string
  }): Promise<readonly Rejection[]>

  /** Claims up to `limit` dirty devices for this process, the oldest news first (a claim ends by itself after a minute). */
  claimDirty(limit: number, now: number): Promise<readonly DirtyDevice[]>
  /** @param until UTC ms: what the devices have from then on stays new; without it nothing does */
  settleDirty(devices: readonly DirtyDevice[], until?: number): Promise<void>
  /** How many devices wait for the thresholds. */
  dirtyCount(): Promise<number>
  /** Marks devices dirty by hand: an assignment or a calibration changed. */
  markDirty(
    devices: readonly { readonly deviceId: string; readonly since: number }[],
  ): Promise<void>

  /** All readings of the ranges, each range in the order of observed time. For folds: SQL only, never InfluxDB. */
  recent(ranges: readonly ReadingRange[]): Promise<readonly (readonly Reading[])[]>

  /** History across SQL and, where there is one, InfluxDB. Ranges in order of time (one container's devices). */
  history(query: HistoryQuery): Promise<HistoryPage<Reading>>
  means(query: HistoryQuery & { readonly everyMs: number }): Promise<HistoryPage<MeanRow>>

  /** Devices that have readings, with their newest; for the list of unassigned ones. */
  devicesSeen(): Promise<
    readonly { readonly deviceId: string; readonly newestAt: number; readonly count: number }[]
  >

  readonly counters: TelemetryCounters
  /**
   * Throws TelemetryUnavailable when commits would fail now. Writes something to find out, unless a
   * commit within the last seconds has shown it: a question must not queue behind those who write.
   */
  ready(): Promise<void>
  /** For `openCommitter` in another thread. What is committed there is counted here too. */
  lendCommitter(): CommitterSource
  stop(): Promise<void>
}

export interface HistoryQuery {
  readonly ranges: readonly ReadingRange[]
  readonly limit: number
  readonly cursor?: string
}

/** Totals since start, read by /metrics. */
export interface TelemetryCounters {
  readonly stored: number
  readonly duplicates: number
  readonly conflicts: number
  readonly rejected: number
  readonly commits: number
  /** Readings not yet in InfluxDB; 0 without InfluxDB. */
  readonly forwardBacklog: number
  readonly forwarded: number
  readonly forwardErrors: number
  /** Readings that InfluxDB refused for good; they stay in SQL. */
  readonly deadLetters: number
  /**
   * `off`: no InfluxDB is set. `away`: does not answer, tried again by itself.
   * `misconfigured`: it answers, but not with these settings (database, token).
   */
  readonly forwardState: ForwardState
}

export type ForwardState = 'off' | 'running' | 'away' | 'misconfigured'

/** A claim on a dirty device ends by itself after this. */
export const CLAIM_MS = 60_000
/** So long a commit proves that the next one would succeed. */
export const PROOF_MS = 5000

export class TelemetryUnavailable extends Error {
  readonly code = 'TELEMETRY_UNAVAILABLE'
}

/** The part that a door needs. */
export type Committer = Pick<TelemetryStore, 'commit' | 'reject'>

/**
 * What a thread is given to commit. SQLite: a port to the one writer thread, to be transferred.
 * PostgreSQL: where to connect to, and the memory in which both count.
 */
export type CommitterSource =
  | { readonly commitPort: MessagePort }
  | { readonly url: string; readonly counters: SharedArrayBuffer }
