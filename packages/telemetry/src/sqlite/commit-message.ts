// What a door sends to the writer thread: one message a group.
import { encodeReadings, type ReadingColumns } from '../reading-columns.ts'
import type { CommitOutcome, ReadingToCommit } from '../telemetry-store.ts'

export interface CommitMessage {
  readonly readings: ReadingColumns
  readonly hashes: Float64Array<ArrayBuffer>
  /** 1: stamped by the server. */
  readonly stamped: Uint8Array<ArrayBuffer>
}

/** The index of each is its code in an answer. */
export const OUTCOMES: readonly CommitOutcome[] = ['stored', 'duplicate', 'conflict']

export const encodeCommit = (items: readonly ReadingToCommit[]): CommitMessage => ({
  readings: encodeReadings(items.map((item) => item.reading)),
  hashes: Float64Array.from(items, (item) => item.contentHash),
  stamped: Uint8Array.from(items, (item) => (item.stampedByServer ? 1 : 0)),
})

export const decodeOutcomes = (codes: Uint8Array): CommitOutcome[] =>
  Array.from(codes, (code) => OUTCOMES[code] ?? 'stored')
