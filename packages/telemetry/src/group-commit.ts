// Group commit: what arrives while a write is under way goes together into the next one.
// No timer: a lone item is written at once.
import { TelemetryUnavailable } from './telemetry-store.ts'

/** What is gathered for one write. */
export interface Gathering<Item, Outcome> {
  add(item: Item): void
  /** Called once. Writes all or nothing. @returns one outcome an item, in order */
  write(): Promise<readonly Outcome[]>
}

interface GroupCommitOptions<Item, Outcome> {
  readonly gather: () => Gathering<Item, Outcome>
  /** A group is closed once it has this many items. */
  readonly maxItems: number
  /** Writes under way at the same time. */
  readonly inFlight: number
}

interface Waiting<Outcome> {
  readonly count: number
  readonly resolve: (outcomes: readonly Outcome[]) => void
  readonly reject: (error: unknown) => void
}

interface Group<Item, Outcome> {
  readonly gathering: Gathering<Item, Outcome>
  readonly waiting: Waiting<Outcome>[]
  count: number
}

export class GroupCommit<Item, Outcome> {
  readonly #options: GroupCommitOptions<Item, Outcome>
  readonly #groups: Group<Item, Outcome>[] = []
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
      const group = this.#openGroup()
      for (const item of items) group.gathering.add(item)
      group.count += items.length
      group.waiting.push({ count: items.length, resolve, reject })
      this.#schedule()
    })
  }

  /** Refuses new items and waits until what was accepted is answered. */
  async stop(): Promise<void> {
    this.#stopped = true
    if (this.#underWay === 0 && this.#groups.length === 0) return
    await new Promise<void>((resolve) => this.#idle.push(resolve))
  }

  #openGroup(): Group<Item, Outcome> {
    const last = this.#groups.at(-1)
    if (last !== undefined && last.count < this.#options.maxItems) return last
    const group = { gathering: this.#options.gather(), waiting: [], count: 0 }
    this.#groups.push(group)
    return group
  }

  /** Once per turn of the event loop, so that all sockets read in this turn share a group. */
  #schedule(): void {
    if (this.#scheduled || this.#underWay >= this.#options.inFlight) return
    this.#scheduled = true
    setImmediate(() => {
      this.#scheduled = false
      while (this.#underWay < this.#options.inFlight) {
        const group = this.#groups.shift()
        if (group === undefined) return
        void this.#write(group)
      }
    })
  }

  async #write({ gathering, waiting }: Group<Item, Outcome>): Promise<void> {
    this.#underWay++
    try {
      const outcomes = await gathering.write()
      let at = 0
      for (const { count, resolve } of waiting) {
        resolve(outcomes.slice(at, at + count))
        at += count
      }
    } catch (error) {
      for (const { reject } of waiting) reject(error)
    } finally {
      this.#underWay--
      if (this.#groups.length > 0) this.#schedule()
      else if (this.#underWay === 0) for (const resolve of this.#idle.splice(0)) resolve()
    }
  }
}
