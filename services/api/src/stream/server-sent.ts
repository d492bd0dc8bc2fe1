// One client's stream: writes text, waits while the client is slow, gives up when it is too slow.
import { once } from 'node:events'
import { PassThrough } from 'node:stream'

const SLOW_AFTER_MS = 15_000

export class ServerSentStream {
  readonly body = new PassThrough()
  readonly #slowAfterMs: number

  constructor({ slowAfterMs = SLOW_AFTER_MS } = {}) {
    this.#slowAfterMs = slowAfterMs
  }

  get closed(): boolean {
    return this.body.destroyed || this.body.writableEnded
  }

  /** @returns false when the client has gone or was dropped because it does not read */
  async write(text: string): Promise<boolean> {
    if (this.closed) return false
    if (this.body.write(text)) return true
    try {
      await once(this.body, 'drain', { signal: AbortSignal.timeout(this.#slowAfterMs) })
      return !this.closed
    } catch {
      this.body.destroy()
      return false
    }
  }

  end(): void {
    if (!this.closed) this.body.end()
  }
}

export const eventText = (id: number, kind: string, data: unknown): string =>
  `id: ${id}\nevent: ${kind}\ndata: ${JSON.stringify(data)}\n\n`
