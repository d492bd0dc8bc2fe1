// Totals since start.
export interface IngestCounts {
  connects: number
  received: number
  /** Sent again by the broker. */
  redelivered: number
  ignoredRetained: number
  statuses: number
  /** On a topic that is none of ours. */
  dropped: number
  /** Too large to keep. */
  discarded: number
  /** Connections ended because a message could not be stored. */
  notStored: number
}

export const noCounts = (): IngestCounts => ({
  connects: 0,
  received: 0,
  redelivered: 0,
  ignoredRetained: 0,
  statuses: 0,
  dropped: 0,
  discarded: 0,
  notStored: 0,
})
