// What happened on the wire, for the summary and for holding time back while brokers are slow.

export interface Totals {
  readonly readingsSent: number
  readonly messagesSent: number
  readonly messagesAcked: number
  readonly duplicates: number
  readonly garbage: number
  readonly reconnects: number
}

export class Tally {
  readonly #mostWaiting: number
  readonly #totals = {
    readingsSent: 0,
    messagesSent: 0,
    messagesAcked: 0,
    duplicates: 0,
    garbage: 0,
    reconnects: 0,
  }
  #waiting = 0
  #onRoom: (() => void)[] = []

  /** @param mostWaiting messages not yet acknowledged, over all devices, beyond which `room` waits */
  constructor({ mostWaiting }: { readonly mostWaiting: number }) {
    this.#mostWaiting = mostWaiting
  }

  get totals(): Totals {
    return { ...this.#totals }
  }
  get hasRoom(): boolean {
    return this.#waiting < this.#mostWaiting
  }

  queued(): void {
    this.#waiting++
  }
  sent(readings: number): void {
    this.#totals.messagesSent++
    this.#totals.readingsSent += readings
    if (readings === 0) this.#totals.garbage++
  }
  /** Not sent after all: the connection broke first. */
  unsent(readings: number): void {
    this.#totals.messagesSent--
    this.#totals.readingsSent -= readings
    if (readings === 0) this.#totals.garbage--
  }
  acked(): void {
    this.#totals.messagesAcked++
    this.left(1)
  }
  repeated(): void {
    this.#totals.duplicates++
  }
  reconnected(): void {
    this.#totals.reconnects++
  }

  /** Messages that nobody waits for any more: acknowledged, merged, or their device died. */
  left(messages: number): void {
    this.#waiting -= messages
    if (!this.hasRoom || this.#onRoom.length === 0) return
    const resume = this.#onRoom
    this.#onRoom = []
    for (const done of resume) done()
  }

  /** Resolves when fewer than the most allowed are waiting, or when aborted. */
  room(signal: AbortSignal): Promise<void> {
    if (this.hasRoom || signal.aborted) return Promise.resolve()
    return new Promise((resolve) => {
      const done = () => {
        signal.removeEventListener('abort', done)
        resolve()
      }
      signal.addEventListener('abort', done, { once: true })
      this.#onRoom.push(done)
    })
  }
}
