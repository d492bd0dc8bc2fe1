import type { Log } from '@bakwacht/runtime'

/** Work that goes on after its answer; the service does not stop before it. */
export class Background {
  readonly #log: Log
  readonly #running = new Set<Promise<void>>()

  constructor({ log }: { readonly log: Log }) {
    this.#log = log
  }

  run(what: string, work: () => Promise<void>): void {
    const running = work().catch((err) =>
      this.#log.error({ err, what }, 'failed in the background'),
    )
    this.#running.add(running)
    running.finally(() => this.#running.delete(running))
  }

  async settled(): Promise<void> {
    await Promise.all(this.#running)
  }
}
