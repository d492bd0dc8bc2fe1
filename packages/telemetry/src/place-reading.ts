// Identity: when a reading is new, a repeat or a conflict, and at which millisecond it stands.
// The rule of both adapters; a Ledger is what they know of the readings already there.
import { flagBit, LATE_AFTER_MS } from '@bakwacht/domain'
import type { CommitOutcome } from './telemetry-store.ts'

/** A device as the commit under way sees it. */
export interface DeviceRecord {
  readonly no: number
  /** -Infinity: none yet. */
  newestAt: number
  /** Stored by this commit. */
  added: number
  /** Earliest observed time that this commit brings to the thresholds; Infinity: none. */
  dirtySince: number
}

export interface Candidate {
  readonly observedAt: number
  readonly receivedAt: number
  readonly seq: number | null
  readonly hash: number
  readonly flags: number
  readonly stampedByServer: boolean
}

export interface Ledger<Row extends Candidate> {
  /**
   * Stores the row at that time unless the time is taken.
   * @returns `undefined`: stored; else the content hash of what is there
   */
  put(device: DeviceRecord, row: Row, observedAt: number, flags: number): number | undefined
  /** Receipt of the stamped reading with this sequence number and content, if remembered. */
  stampedAt(device: DeviceRecord, row: Row): number | undefined
  rememberStamped(device: DeviceRecord, row: Row): void
  /** The first millisecond at or after this one without a reading. */
  firstFree(device: DeviceRecord, from: number): number
}

const REPEAT_WITH_SEQ_MS = 24 * 3_600_000
const REPEAT_WITHOUT_SEQ_MS = 60_000

/** How long a stamped reading must be remembered. */
export const REMEMBER_STAMPED_MS = REPEAT_WITH_SEQ_MS

export function placeReading<Row extends Candidate>(
  ledger: Ledger<Row>,
  device: DeviceRecord,
  row: Row,
): CommitOutcome {
  return row.stampedByServer ? placeStamped(ledger, device, row) : placeTimed(ledger, device, row)
}

function placeTimed<Row extends Candidate>(ledger: Ledger<Row>, device: DeviceRecord, row: Row) {
  const there = ledger.put(device, row, row.observedAt, flagsAt(device, row, row.observedAt))
  if (there !== undefined) return there === row.hash ? 'duplicate' : 'conflict'
  note(device, row, row.observedAt)
  return 'stored'
}

function placeStamped<Row extends Candidate>(ledger: Ledger<Row>, device: DeviceRecord, row: Row) {
  const before = ledger.stampedAt(device, row)
  const within = row.seq === null ? REPEAT_WITHOUT_SEQ_MS : REPEAT_WITH_SEQ_MS
  if (before !== undefined && Math.abs(row.receivedAt - before) <= within) return 'duplicate'
  const observedAt = ledger.firstFree(device, row.observedAt)
  const there = ledger.put(device, row, observedAt, flagsAt(device, row, observedAt))
  if (there !== undefined) throw new Error(`millisecond ${observedAt} was said to be free`)
  ledger.rememberStamped(device, row)
  note(device, row, observedAt)
  return 'stored'
}

/** As far as a device's clock may be ahead. A newest reading beyond that is from before ours was set back. */
const MOST_AHEAD_MS = 10 * 60_000

const isLate = (device: DeviceRecord, row: Candidate, observedAt: number) =>
  observedAt < Math.min(device.newestAt, row.receivedAt + MOST_AHEAD_MS) - LATE_AFTER_MS

const flagsAt = (device: DeviceRecord, row: Candidate, observedAt: number) =>
  isLate(device, row, observedAt) ? row.flags | flagBit('late') : row.flags

/** What the device's row must say once this reading is in. A late one has no effect on the state. */
function note(device: DeviceRecord, row: Candidate, observedAt: number): void {
  device.added++
  if (isLate(device, row, observedAt)) return
  device.dirtySince = Math.min(device.dirtySince, observedAt)
  device.newestAt = Math.max(device.newestAt, observedAt)
}
