// A Ledger that was filled beforehand with all that a group of readings may meet, and that gathers
// what to insert. The devices' rows are locked, so nothing changes underneath.
import type { Candidate, DeviceRecord, Ledger } from '../place-reading.ts'
import type { ReadingToCommit } from '../telemetry-store.ts'

export interface LedgerRow extends Candidate {
  readonly item: ReadingToCommit
  readonly device: DeviceRecord
}

export interface Insert {
  readonly row: LedgerRow
  readonly observedAt: number
  readonly flags: number
}

export const ledgerRow = (item: ReadingToCommit, device: DeviceRecord): LedgerRow => ({
  item,
  device,
  observedAt: item.reading.observedAt,
  receivedAt: item.reading.receivedAt,
  seq: item.reading.seq,
  flags: item.reading.flags,
  // 32 bits tell two contents of one device and time apart as well, and take 4 bytes for 8.
  hash: item.contentHash | 0,
  stampedByServer: item.stampedByServer,
})

export class PreparedLedger implements Ledger<LedgerRow> {
  readonly inserts: Insert[] = []
  readonly remembered = new Map<string, LedgerRow>()
  readonly #taken = new Map<number, Map<number, number>>()
  readonly #stamped = new Map<string, number>()

  /** A reading that is there. */
  take(deviceNo: number, observedAt: number, hash: number): void {
    const taken = this.#taken.get(deviceNo)
    if (taken) taken.set(observedAt, hash)
    else this.#taken.set(deviceNo, new Map([[observedAt, hash]]))
  }

  isTaken(deviceNo: number, observedAt: number): boolean {
    return this.#taken.get(deviceNo)?.has(observedAt) ?? false
  }

  /** A stamped reading that is remembered. */
  stamp(deviceNo: number, hash: number, seq: number | null, receivedAt: number): void {
    this.#stamped.set(stampKey(deviceNo, hash, seq), receivedAt)
  }

  put(device: DeviceRecord, row: LedgerRow, observedAt: number, flags: number) {
    const there = this.#taken.get(device.no)?.get(observedAt)
    if (there !== undefined) return there
    this.take(device.no, observedAt, row.hash)
    this.inserts.push({ row, observedAt, flags })
    return undefined
  }

  stampedAt(device: DeviceRecord, row: LedgerRow): number | undefined {
    return this.#stamped.get(stampKey(device.no, row.hash, row.seq))
  }

  rememberStamped(device: DeviceRecord, row: LedgerRow): void {
    this.stamp(device.no, row.hash, row.seq, row.receivedAt)
    this.remembered.set(stampKey(device.no, row.hash, row.seq), row)
  }

  firstFree(device: DeviceRecord, from: number): number {
    let free = from
    while (this.isTaken(device.no, free)) free++
    return free
  }
}

const stampKey = (deviceNo: number, hash: number, seq: number | null) =>
  `${deviceNo} ${hash} ${seq ?? -1}`
