// A job that runs again and again in the background until it is stopped.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from './log.ts'

interface RepeatingJobOptions {
  readonly name: string
  readonly log: Log
  /** @returns ms until it should run again */
  readonly run: (signal: AbortSignal) => Promise<number>
}

const PAUSE_AFTER_FAILURE_MS = 5000

export class RepeatingJob {
  readonly #options: RepeatingJobOptions
  readonly #abort = new AbortController()
  #ended: Promise<void> | undefined
  #failing = false

  constructor(options: RepeatingJobOptions) {
    this.#options = options
  }

  start(): this {
    this.#ended ??= this.#loop()
    return this
  }

  /** Waits for the run under way, which its signal tells to end. */
  async stop(): Promise<void> {
    this.#abort.abort()
    await this.#ended
  }

  async #loop(): Promise<void> {
    const { signal } = this.#abort
    while (!signal.aborted) {
      const pause = await this.#runOnce(signal)
      await sleep(pause, undefined, { signal }).catch(() => {})
    }
  }

  async #runOnce(signal: AbortSignal): Promise<number> {
    const { name, log, run } = this.#options
    try {
      const pause = await run(signal)
      this.#failing = false
      return pause
    } catch (err) {
      // Once for a row of failures, and never for what stopping itself cut short.
      if (!this.#failing && !signal.aborted) log.error({ err, job: name }, 'background job failed')
      this.#failing = true
      return PAUSE_AFTER_FAILURE_MS
    }
  }
}
