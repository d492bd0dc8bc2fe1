// Everything that waits, from every port, goes into one transaction and one fsync. While that runs,
// the next group gathers.
import { COLUMN } from '../reading-columns.ts'
import type { SharedCounters } from '../shared-counters.ts'
import { type CommitMessage, readingsIn } from './commit-message.ts'
import type { Connection } from './connection.ts'
import type { ReadingWriter } from './reading-writer.ts'

export interface WaitingCommit {
  readonly message: CommitMessage
  readonly done: (outcomes: Uint8Array) => void
  readonly failed: (error: unknown) => void
}

interface CommitQueueOptions {
  readonly connection: Connection
  readonly writer: ReadingWriter
  readonly counters: SharedCounters
}

/** Beyond this many readings the rest waits for the next transaction. */
const MAX_READINGS = 5000

export class CommitQueue {
  readonly #options: CommitQueueOptions
  readonly #writeAll
  #queue: WaitingCommit[] = []
  #scheduled = false

  constructor(options: CommitQueueOptions) {
    this.#options = options
    const { connection, writer } = options
    this.#writeAll = connection.transaction((group: readonly WaitingCommit[]) => {
      const outcomes = group.map(({ message }) => writer.write(message))
      writer.devices.flushDirty()
      return outcomes
    })
  }

  push(commit: WaitingCommit): void {
    this.#queue.push(commit)
    this.#schedule()
  }

  drain(): void {
    while (this.#queue.length > 0) this.#writeGroup(this.#takeGroup())
  }

  /** After the poll phase, in which the messages of all ports come in. */
  #schedule(): void {
    if (this.#scheduled) return
    this.#scheduled = true
    setImmediate(() => {
      this.#scheduled = false
      if (this.#queue.length > 0) this.#writeGroup(this.#takeGroup())
      if (this.#queue.length > 0) this.#schedule()
    })
  }

  #takeGroup(): WaitingCommit[] {
    let readings = 0
    const end = this.#queue.findIndex(({ message }) => {
      readings += readingsIn(message)
      return readings >= MAX_READINGS
    })
    return this.#queue.splice(0, end === -1 ? this.#queue.length : end + 1)
  }

  #writeGroup(group: readonly WaitingCommit[]): void {
    let outcomes: readonly Uint8Array[]
    try {
      outcomes = this.#writeAll.immediate(group)
    } catch (error) {
      this.#options.writer.reload()
      this.#options.counters.set('committedAt', 0)
      for (const { failed } of group) failed(error)
      return
    }
    this.#count(group, outcomes)
    group.forEach(({ done }, index) => {
      done(outcomes[index] ?? new Uint8Array())
    })
  }

  #count(group: readonly WaitingCommit[], outcomes: readonly Uint8Array[]): void {
    const totals: [number, number, number] = [0, 0, 0]
    for (const codes of outcomes) for (const code of codes) totals[code as 0 | 1 | 2]++
    const { counters, writer } = this.#options
    counters.add('stored', totals[0])
    counters.add('duplicates', totals[1])
    counters.add('conflicts', totals[2])
    counters.add('commits', 1)
    counters.set('lastArrival', writer.lastArrival)
    counters.set('committedAt', newestReceipt(group))
  }
}

/** UTC ms, of each message's first reading: what is in one message was received together. */
const newestReceipt = (group: readonly WaitingCommit[]): number =>
  Math.floor(Math.max(...group.map(({ message }) => message.numbers[COLUMN.receivedAt] ?? 0)))
