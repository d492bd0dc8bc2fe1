// What a door sends to the writer thread: one message a group, packed as its readings come, so that
// nothing of them but numbers lives on until the group before is on disk.
import { COLUMN, type ReadingColumns, WIDTH } from '../reading-columns.ts'
import type { CommitOutcome, ReadingToCommit } from '../telemetry-store.ts'

/** Its blocks are COMMIT_WIDTH numbers long: those of a reading, then these two. */
export type CommitMessage = ReadingColumns

export const COMMIT_COLUMN = {
  hash: WIDTH,
  /** 1: stamped by the server. */
  stamped: WIDTH + 1,
} as const

export const COMMIT_WIDTH = WIDTH + 2

export const readingsIn = ({ numbers }: CommitMessage): number => numbers.length / COMMIT_WIDTH

/** The index of each is its code in an answer. */
export const OUTCOMES: readonly CommitOutcome[] = ['stored', 'duplicate', 'conflict']

export const decodeOutcomes = (codes: Uint8Array): CommitOutcome[] =>
  Array.from(codes, (code) => OUTCOMES[code] ?? 'stored')

const FIRST_ROOM = 64 * COMMIT_WIDTH

export class CommitPacker {
  readonly #devices: string[] = []
  readonly #indexes = new Map<string, number>()
  #numbers = new Float64Array(FIRST_ROOM)
  #end = 0

  add({ reading, contentHash, stampedByServer }: ReadingToCommit): void {
    if (this.#end === this.#numbers.length) this.#grow()
    const numbers = this.#numbers
    const at = this.#end
    this.#end += COMMIT_WIDTH
    numbers[at + COLUMN.device] = this.#indexOf(reading.deviceId)
    numbers[at + COLUMN.observedAt] = reading.observedAt
    numbers[at + COLUMN.receivedAt] = reading.receivedAt
    numbers[at + COLUMN.seq] = reading.seq ?? Number.NaN
    numbers[at + COLUMN.flags] = reading.flags
    numbers[at + COLUMN.distanceMm] = reading.distanceMm ?? Number.NaN
    numbers[at + COLUMN.fillPct] = reading.fillPct ?? Number.NaN
    numbers[at + COLUMN.tempC] = reading.tempC ?? Number.NaN
    numbers[at + COLUMN.rhPct] = reading.rhPct ?? Number.NaN
    numbers[at + COLUMN.batteryV] = reading.batteryV ?? Number.NaN
    numbers[at + COLUMN.rssiDbm] = reading.rssiDbm ?? Number.NaN
    numbers[at + COLUMN.tiltDeg] = reading.tiltDeg ?? Number.NaN
    numbers[at + COLUMN.lidOpens] = reading.lidOpens ?? Number.NaN
    numbers[at + COMMIT_COLUMN.hash] = contentHash
    numbers[at + COMMIT_COLUMN.stamped] = stampedByServer ? 1 : 0
  }

  message(): CommitMessage {
    return { devices: this.#devices, numbers: this.#numbers.slice(0, this.#end) }
  }

  #grow(): void {
    const numbers = new Float64Array(this.#numbers.length * 2)
    numbers.set(this.#numbers)
    this.#numbers = numbers
  }

  #indexOf(deviceId: string): number {
    const known = this.#indexes.get(deviceId)
    if (known !== undefined) return known
    const index = this.#devices.push(deviceId) - 1
    this.#indexes.set(deviceId, index)
    return index
  }
}
