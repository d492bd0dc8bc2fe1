// Tells all streams that something has happened. One look at the log for all of them, and none
// while nobody listens; what happened each stream reads itself, from where it stands.
import type { Events } from '@bakwacht/registry'
import type { Log } from '@bakwacht/runtime'

export class EventPulse {
  readonly #events: Pick<Events, 'newestId'>
  readonly #log: Log
  readonly #everyMs: number
  readonly #listeners = new Set<() => void>()
  #timer: NodeJS.Timeout | undefined
  #newest = -1
  #stopped = false

  constructor(deps: { events: Pick<Events, 'newestId'>; log: Log; everyMs: number }) {
    this.#events = deps.events
    this.#log = deps.log
    this.#everyMs = deps.everyMs
  }

  get stopped(): boolean {
    return this.#stopped
  }

  /** @returns a function that ends it */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener)
    if (this.#timer === undefined) this.#schedule()
    return () => this.#listeners.delete(listener)
  }

  /** Wakes everyone, so that they see that it is over. */
  stop(): void {
    this.#stopped = true
    clearTimeout(this.#timer)
    for (const listener of this.#listeners) listener()
    this.#listeners.clear()
  }

  #schedule(): void {
    if (this.#stopped) return
    this.#timer = setTimeout(() => this.#look(), this.#everyMs).unref()
  }

  async #look(): Promise<void> {
    try {
      const newest = await this.#events.newestId()
      if (newest !== this.#newest) for (const listener of this.#listeners) listener()
      this.#newest = newest
    } catch (err) {
      this.#log.warn({ err }, 'cannot look at the event log')
    }
    this.#timer = undefined
    if (this.#listeners.size > 0) this.#schedule()
  }
}
