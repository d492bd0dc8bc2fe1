// Follows the readings in the order of their arrival into InfluxDB. The cursor moves only once
// InfluxDB has a batch, so after any crash a batch is at worst written again, to the same points.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Log } from '../log.ts'
import type { ForwardState } from '../telemetry-store.ts'
import type { InfluxConnection } from './influx-connection.ts'
import { InfluxFault } from './influx-fault.ts'
import type { Outbox, OutboxBatch } from './outbox.ts'
import { readingLine } from './reading-line.ts'
import { writeOrBury } from './write-or-bury.ts'

interface ForwarderOptions {
  readonly outbox: Outbox
  readonly influx: InfluxConnection
  readonly log: Log
  /** Names this process among those that share the outbox. */
  readonly holder: string
  /** ms between looks at an empty outbox. */
  readonly idleMs: number
}

const BATCH = 5000
const LEASE_MS = 60_000
const FIRST_RETRY_MS = 1000
const SLOWEST_RETRY_MS = 60_000
/** Lines made at a stretch, so that other work on this thread waits a few ms at most. */
const LINES_PER_TURN = 200

export class Forwarder {
  readonly #options: ForwarderOptions
  #retryMs = FIRST_RETRY_MS
  backlog = 0
  forwarded = 0
  errors = 0
  deadLetters = 0
  state: ForwardState = 'running'

  constructor(options: ForwarderOptions) {
    this.#options = options
  }

  /** One batch. @returns ms until the next */
  async step(signal: AbortSignal): Promise<number> {
    const { outbox, idleMs, holder } = this.#options
    try {
      const batch = (await outbox.takeLease(holder, LEASE_MS))
        ? await outbox.next(BATCH)
        : undefined
      if (batch !== undefined && batch.readings.length > 0) await this.#forward(batch, signal)
      this.backlog = await outbox.backlog()
      return batch?.readings.length === BATCH ? 0 : idleMs
    } catch (error) {
      if (!(error instanceof InfluxFault) || signal.aborted) throw error
      this.backlog = await outbox.backlog()
      return this.#retryAfter(error, signal)
    }
  }

  /** After the last step: another process need not wait for the lease to end. */
  async handOver(): Promise<void> {
    const { outbox, holder } = this.#options
    await outbox.dropLease(holder).catch(() => {})
  }

  async #forward({ readings, arrivals }: OutboxBatch, signal: AbortSignal): Promise<void> {
    const { influx, outbox, log } = this.#options
    const lines: string[] = []
    for (const reading of readings) {
      lines.push(readingLine(reading))
      if (lines.length % LINES_PER_TURN === 0) await nextTurn()
    }
    const refused = await writeOrBury(influx, lines, signal)
    const deadLetters = refused.map(({ index, reason }) => ({
      arrival: arrivals[index] ?? 0,
      reason,
    }))
    await outbox.forwarded(arrivals.at(-1) ?? 0, deadLetters)
    if (refused.length > 0)
      log.warn({ count: refused.length, reason: refused[0]?.reason }, 'InfluxDB refused readings')
    this.forwarded += readings.length - refused.length
    this.deadLetters += refused.length
    this.#recovered()
  }

  #recovered(): void {
    if (this.state !== 'running') this.#options.log.info({}, 'forwarding to InfluxDB again')
    this.state = 'running'
    this.#retryMs = FIRST_RETRY_MS
  }

  async #retryAfter(fault: InfluxFault, signal: AbortSignal): Promise<number> {
    this.errors++
    if (fault.status === 404 && (await this.#createdDatabase(signal))) return 0
    const state = fault.kind === 'away' ? 'away' : 'misconfigured'
    if (this.state !== state)
      this.#options.log.error({ err: fault }, `cannot forward: InfluxDB is ${state}`)
    this.state = state
    if (state === 'misconfigured') return SLOWEST_RETRY_MS
    const pause = this.#retryMs
    this.#retryMs = Math.min(2 * pause, SLOWEST_RETRY_MS)
    return pause
  }

  async #createdDatabase(signal: AbortSignal): Promise<boolean> {
    try {
      await this.#options.influx.createDatabase(signal)
      return true
    } catch {
      return false
    }
  }
}
