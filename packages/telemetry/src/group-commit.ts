// Group commit: what arrives while a write is under way goes together into the next one.
// No timer: a lone item is written at once.
import { TelemetryUnavailable } from './telemetry-store.ts'

interface Waiting<Item, Outcome> {
  readonly items: readonly Item[]
  readonly resolve: (outcomes: readonly Outcome[]) => void
  readonly reject: (error: unknown) => void
}

interface GroupCommitOptions<Item, Outcome> {
  /** Writes all or nothing. @returns one outcome an item, in order */
  readonly write: (items: readonly Item[]) => Promise<readonly Outcome[]>
  /** A group is closed once it has this many items. */
  readonly maxItems: number
  /** Writes under way at the same time. */
  readonly inFlight: number
}

export class GroupCommit<Item, Outcome> {
  readonly #options: GroupCommitOptions<Item, Outcome>
  #queue: Waiting<Item, Outcome>[] = []
  #underWay = 0
  #scheduled = false
  #stopped = false
  #idle: (() => void)[] = []

  constructor(options: GroupCommitOptions<Item, Outcome>) {
    this.#options = options
  }

  commit(items: readonly Item[]): Promise<readonly Outcome[]> {
    if (this.#stopped) return Promise.reject(new TelemetryUnavailable('the store has stopped'))
    if (items.length === 0) return Promise.resolve([])
    return new Promise((resolve, reject) => {
      this.#queue.push({ items, resolve, reject })
      this.#schedule()
    })
  }

  /** Refuses new items and waits until what was accepted is answered. */
  async stop(): Promise<void> {
    this.#stopped = true
    if (this.#underWay === 0 && this.#queue.length === 0) return
    await new Promise<void>((resolve) => this.#idle.push(resolve))
  }

  /** Once per turn of the event loop, so that all sockets read in this turn share a group. */
  #schedule(): void {
    if (this.#scheduled || this.#underWay >= this.#options.inFlight) return
    this.#scheduled = true
    setImmediate(() => {
      this.#scheduled = false
      while (this.#queue.length > 0 && this.#underWay < this.#options.inFlight) void this.#write()
    })
  }

  async #write(): Promise<void> {
    const group = this.#takeGroup()
    this.#underWay++
    try {
      const outcomes = await this.#options.write(group.flatMap((waiting) => waiting.items))
      let at = 0
      for (const { items, resolve } of group) {
        resolve(outcomes.slice(at, at + items.length))
        at += items.length
      }
    } catch (error) {
      for (const { reject } of group) reject(error)
    } finally {
      this.#underWay--
      if (this.#queue.length > 0) this.#schedule()
      else if (this.#underWay === 0) for (const resolve of this.#idle.splice(0)) resolve()
    }
  }

  #takeGroup(): Waiting<Item, Outcome>[] {
    let count = 0
    const end = this.#queue.findIndex((waiting) => {
      count += waiting.items.length
      return count >= this.#options.maxItems
    })
    return this.#queue.splice(0, end === -1 ? this.#queue.length : end + 1)
  }
}
